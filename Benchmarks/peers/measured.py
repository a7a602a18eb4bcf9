"""What every peer prints about itself: CPU seconds, time per unit of work, peak memory."""

import json
import resource
import time


class Measured:
    """Times the work inside a `with` block, and prints it with the results as JSON."""

    def __enter__(self):
        self._cpu = time.process_time()
        self._wall = time.perf_counter()
        return self

    def __exit__(self, *_):
        self.cpu_seconds = time.process_time() - self._cpu
        self.wall_seconds = time.perf_counter() - self._wall

    def print(self, results, **counts):
        """Prints results; a count such as `bids=1000` adds `ns_per_bid`."""
        report = dict(results) | counts
        report["cpu_seconds"] = round(self.cpu_seconds, 6)
        report["wall_seconds"] = round(self.wall_seconds, 6)
        for name, count in counts.items():
            report[f"ns_per_{name.removesuffix('s')}"] = round(
                self.cpu_seconds / max(count, 1) * 1e9, 3
            )
        # Linux counts in KiB.
        report["peak_rss_bytes"] = 1024 * resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
        print(json.dumps(report, indent=2))
