"""Failures in plain words: what happened, and what to do about it."""

import errno
from pathlib import Path

NETWORK_SIGNS = (
    "Could not resolve",
    "Temporary failure resolving",
    "Temporary failure in name resolution",
    "Failed to establish a new connection",
    "Name or service not known",
    "Network is unreachable",
    "Could not connect to",
    "Connection timed out",
    "Connection refused",
    "Cannot initiate the connection",
    "Cannot connect to proxy",
    "Unable to connect to",
    "ProxyError",
    "NewConnectionError",
    "ReadTimeoutError",
)
DISK_SIGNS = ("No space left on device", "Disk quota exceeded", "Errno 28")


class SetupError(Exception):
    """Something a person has to act on; its text says what happened and what to do."""


def no_network(what: str) -> SetupError:
    """Say that nothing could be downloaded."""
    return SetupError(
        f"The network could not be reached while {what}.\n"
        "Check the connection (and the proxy settings, if there is one), then start "
        "the same command again: what was already downloaded is kept."
    )


def disk_full(where: object) -> SetupError:
    """Say that the disk is full."""
    return SetupError(
        f"The disk is full: nothing more can be written below {where}.\n"
        "Free some space (about 4 GB are needed), or set XDG_CACHE_HOME and "
        "XDG_STATE_HOME to folders on a larger disk, then start again."
    )


def explain_failure(what: str, output: str, log: Path) -> SetupError:
    """Turn the output of a failed program into words, naming the known causes."""
    if any(sign in output for sign in DISK_SIGNS):
        return disk_full(Path(log).parent)
    if any(sign in output for sign in NETWORK_SIGNS):
        return no_network(what)
    tail = "\n".join(f"    {line}" for line in output.strip().splitlines()[-15:])
    return SetupError(
        f"Something failed while {what}. Its last words were:\n{tail}\n"
        f"The whole output is in {log}. Starting the same command again is safe."
    )


def explain_os_error(error: OSError) -> SetupError | None:
    """Turn an error of the operating system into words, if its cause is a person's."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return disk_full(error.filename or "the cache folder")
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return SetupError(
            f"{error.filename} may not be written or read by this user "
            f"({error.strerror}).\nIt may belong to another user: run the command as "
            "that user, or change the owner of the folder."
        )
    return None
