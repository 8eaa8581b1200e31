"""The one exception users see: a clear line that names the file and the place."""


class FayanError(Exception):
    """Something about the user's input is wrong; `str(error)` is one line, ready to print."""
