"""The linters, in the order of their speed."""

import subprocess
from pathlib import Path

from dev import instance, paths, venv
from dev.errors import SetupError

LINTERS = (
    ("ruff", "check", "."),
    ("ruff", "format", "--check", "."),
    ("pylint", str(paths.ADDON.relative_to(paths.ROOT))),
)


def run(environment: Path) -> None:
    """Refuse to go on where a linter finds something."""
    env = instance.tool_environment(environment)
    for name, *arguments in LINTERS:
        command = [str(venv.python(environment)), "-m", name, *arguments]
        result = subprocess.run(command, cwd=paths.ROOT, env=env, check=False)
        if result.returncode:
            words = " ".join([name, *arguments])
            raise SetupError(
                f"`{words}` found what stands above, so no test was run.\n"
                "Mend it; to test without the linters, name what to test: "
                "./test tests"
            )
