"""How long the parts of the decision take: ``python -m benchmarks.decision``.

Each row is the median over several runs, beside the plain way to do the same in the same run.
"""

import statistics
import time

import numpy as np

from advisor.decision.matrix import values
from advisor.decision.policy import DRAWS, SEED
from advisor.decision.smaa import analyse


def milliseconds(work, runs=20):
    """The median time of one call, after one to warm up."""
    work()
    taken = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begun)
    return 1000 * statistics.median(taken)


def smaa_plain(matrix, weights):
    """Rank acceptabilities, central weights and pairwise winning, one draw after the other."""
    alternatives = len(matrix)
    ranks, wins = np.zeros((alternatives, alternatives)), np.zeros((alternatives, alternatives))
    central = np.zeros_like(matrix)
    for points in weights:
        share = points / points.sum()
        utility = matrix @ share
        ahead = utility[:, None] > utility[None, :]
        wins += ahead
        rank = ahead.sum(axis=0)
        ranks[np.arange(alternatives), rank] += 1
        central[rank == 0] += share
    return ranks / len(weights), central / np.maximum(ranks[:, :1], 1), wins / len(weights)


def smaa_rows():
    """SMAA-2 on the engine's own matrix, and on a larger problem."""
    random = np.random.default_rng(SEED)
    matrix = values()
    weights = random.standard_exponential((DRAWS, matrix.shape[1]))
    ours, plain = analyse(matrix, weights), smaa_plain(matrix, weights)
    assert np.array_equal(ours.rank_acceptability, plain[0])
    assert np.allclose(ours.central_weights, plain[1])
    assert np.array_equal(ours.pairwise_winning, plain[2])
    uncertain = np.clip(matrix + random.normal(0, 0.05, (DRAWS, *matrix.shape)), 0, 1)
    many = random.random((50, matrix.shape[1]))
    yield (
        "smaa: 10,000 draws x 4 x 17",
        milliseconds(lambda: analyse(matrix, weights)),
        milliseconds(lambda: smaa_plain(matrix, weights), 3),
    )
    yield "smaa: the same with uncertain values", milliseconds(lambda: analyse(uncertain, weights)), None
    yield "smaa: 10,000 draws x 50 x 17", milliseconds(lambda: analyse(many, weights)), None


ROWS = (smaa_rows,)


def main():
    """Prints the table."""
    print(f"{'':44}{'ms':>9}{'plain ms':>11}{'ratio':>8}")
    for rows in ROWS:
        for name, ours, plain in rows():
            beside = f"{plain:11.1f}{plain / ours:7.0f}x" if plain else ""
            print(f"{name:44}{ours:9.2f}{beside}", flush=True)


if __name__ == "__main__":
    main()
