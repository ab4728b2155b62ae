"""What a change is worth: costs beside outcomes, with their intervals, and a ratio only where it means something.

``benefit``, ``costs`` and ``payers`` need the standard library only and are what pages import; ``arms`` calculates with
numpy: commands and jobs import that.
"""
