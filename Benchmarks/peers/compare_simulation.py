"""Whether awardsim and simulate.py agree: every mean within four standard errors of the difference.

    python3 compare_simulation.py awardsim.json numpy.json
"""

import json
import sys

WIDTH = 4


def pairs(awardsim, peer):
    """Each name with both answers, scenario by scenario in the order of the files."""
    if len(awardsim["scenarios"]) != len(peer["scenarios"]):
        raise SystemExit("the files have different numbers of scenarios")
    for ours, theirs in zip(awardsim["scenarios"], peer["scenarios"]):
        for metric, answer in theirs["metrics"].items():
            yield f"{ours['name']}, {metric}", ours["metrics"][metric], answer
    known = {(own["scenario"], own["metric"]): own for own in awardsim["differences"]}
    names = [own["name"] for own in awardsim["scenarios"]]
    shares = [own["cutoff_share"] for own in peer["scenarios"]]
    for theirs in peer["differences"]:
        name = names[shares.index(theirs["cutoff_share"])]
        ours = known[name, theirs["metric"]]
        yield f"{name} less the baseline, {theirs['metric']}", ours, theirs


def distance(ours, theirs):
    """The difference of two means in their combined standard errors."""
    difference = ours["mean"] - theirs["mean"]
    error = (ours["standard_error"] ** 2 + theirs["standard_error"] ** 2) ** 0.5
    if error == 0:
        return 0.0 if difference == 0 else float("inf")
    return difference / error


def main(ours, theirs):
    with open(ours, encoding="utf-8") as first, open(theirs, encoding="utf-8") as second:
        compared = [(n, a, b, distance(a, b)) for n, a, b in pairs(json.load(first), json.load(second))]
    far = [row for row in compared if not abs(row[3]) <= WIDTH]
    for name, a, b, errors in far:
        print(f"{name}: {a['mean']} and {b['mean']}, {errors:+.1f} standard errors", file=sys.stderr)
    if far:
        sys.exit(f"{len(far)} of {len(compared)} means differ")
    furthest = max(abs(row[3]) for row in compared)
    print(f"{len(compared)} means agree, the furthest {furthest:.1f} standard errors apart")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(*sys.argv[1:])
