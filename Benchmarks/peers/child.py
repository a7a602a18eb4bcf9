"""Runs programs one at a time and says what each took."""

import os
import subprocess
import time
from dataclasses import dataclass

# One thread each; programs that have a setting of their own are told by option.
ONE_THREAD = {
    name: "1"
    for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "PYTHONDONTWRITEBYTECODE")
}
# Settings for old builds of OpenBLAS slow a current one.
UNSET = ("OPENBLAS_CORETYPE", "OPENBLAS_L2_SIZE")


@dataclass
class Usage:
    """What one run of a program took, by the kernel's account."""

    cpu_seconds: float
    wall_seconds: float
    peak_bytes: int
    output: str


class ProgramFailed(Exception):
    """A program ended with another status than 0."""


def run(command, output_path):
    """Runs a command, its standard output in a file.

    The kernel counts this process's own memory towards the child's peak, so this one stays small: it
    loads no library.
    """
    command = [str(part) for part in command]
    environment = {key: value for key, value in os.environ.items() if key not in UNSET} | ONE_THREAD
    with open(output_path, "w+") as output, open(f"{output_path}.errors", "w+") as errors:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=errors, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        output.seek(0)
        errors.seek(0)
        if process.returncode:
            raise ProgramFailed(f"{' '.join(command)}\nended with {process.returncode}\n{errors.read()}")
        return Usage(used.ru_utime + used.ru_stime, wall, used.ru_maxrss * 1024, output.read())
