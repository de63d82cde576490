"""What a comparison of two results found."""


class Outcome:
    """What a comparison found."""

    def __init__(self, passed, text):
        # NumPy's truth is a type of its own.
        self.passed = bool(passed)
        self.text = text
