"""Whether awardsim and draws.py agree: mean awards of a lot within four standard errors.

    python3 compare_draws.py 100 awardsim.json numpy.json [numpy.json ...]

The number is that of the lots in a draw of awardsim's.
"""

import json
import sys

from compare_simulation import WIDTH, distance


def read(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def main(lots, ours, *others):
    metrics = read(ours)["scenarios"][0]["metrics"]
    faults = []
    for path in others:
        answer = read(path)
        for metric in ("awarded_sum", "awarded_bids"):
            own = {key: metrics[metric][key] / int(lots) for key in ("mean", "standard_error")}
            name = f"mean_{metric}"
            apart = distance(own, {"mean": answer[name], "standard_error": answer[f"{name}_error"]})
            if not abs(apart) <= WIDTH:
                faults.append(f"{answer['version']}, {metric}: {apart:+.1f} standard errors")
    if faults:
        sys.exit("\n".join(faults))
    print("the draws agree")


if __name__ == "__main__":
    if len(sys.argv) < 4:
        sys.exit(__doc__)
    main(*sys.argv[1:])
