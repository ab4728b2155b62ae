"""What changed between two versions of a text, ready to be shown by the component ``difference``."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Change:
    """One difference between two versions: what it is about, how it was and how it is."""

    part: str
    about: str
    before: str
    after: str

    @property
    def is_new(self) -> bool:
        """It was not there before."""
        return not self.before

    @property
    def is_gone(self) -> bool:
        """It is no longer there."""
        return not self.after
