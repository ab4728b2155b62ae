"""A large made-up network to measure with: the same rows every time, put in with bulk inserts.

This is the one place that writes rows round the actions, which is why it refuses to run outside a demo. The promises
of the database hold here too: constraints, triggers and policies are not switched off.
"""

from schakel.demo.scale.making import make
from schakel.demo.scale.sizes import FULL, SLUG, SMALL, Sizes, person_id

__all__ = ["FULL", "SLUG", "SMALL", "Sizes", "make", "person_id"]
