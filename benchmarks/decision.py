"""How long the parts of the decision take: ``python -m benchmarks.decision``.

Each row is the median over several runs, beside the plain way to do the same in the same run.
"""

import random
import statistics
import time
from functools import partial
from itertools import combinations, product

import numpy as np

from advisor.decision.agreement import agreement
from advisor.decision.confidence import draw
from advisor.decision.evaluation import evaluate
from advisor.decision.facts import ServerFacts
from advisor.decision.flips import LARGEST_SET, actionable, flips
from advisor.decision.information import within
from advisor.decision.matrix import values
from advisor.decision.policy import DRAWS, SEED
from advisor.decision.robust import preferred
from advisor.decision.sensitivity import DECISIVE
from advisor.decision.smaa import analyse
from advisor.decision.weights import constrained, ranking
from advisor.questionnaire.answers import Answers
from advisor.questionnaire.schema import QUESTIONS, Key
from probes.codes import Offer


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
    numbers = np.random.default_rng(SEED)
    matrix = values()
    weights = numbers.standard_exponential((DRAWS, matrix.shape[1]))
    ours, plain = analyse(matrix, weights), smaa_plain(matrix, weights)
    assert np.array_equal(ours.rank_acceptability, plain[0])
    assert np.allclose(ours.central_weights, plain[1])
    assert np.array_equal(ours.pairwise_winning, plain[2])
    uncertain = np.clip(matrix + numbers.normal(0, 0.05, (DRAWS, *matrix.shape)), 0, 1)
    many = numbers.random((50, matrix.shape[1]))
    yield (
        "smaa: 10,000 draws x 4 x 17",
        milliseconds(lambda: analyse(matrix, weights)),
        milliseconds(lambda: smaa_plain(matrix, weights), 3),
    )
    yield "smaa: the same with uncertain values", milliseconds(lambda: analyse(uncertain, weights)), None
    yield "smaa: 10,000 draws x 50 x 17", milliseconds(lambda: analyse(many, weights)), None


def companies(how_many):
    """Made-up companies: any answers, a third of the questions open, a server with both protocols."""
    chosen = random.Random(SEED)
    facts = ServerFacts(reported=True, imap=Offer.OFFERED, pop3=Offer.OFFERED, uidl=True)
    for _ in range(how_many):
        said = {key: chosen.choice(QUESTIONS[key].codes) for key in DECISIVE if chosen.random() < 2 / 3}
        if said.get(Key.GROUPWARE) != "must":
            yield evaluate(Answers.of(said), facts)


def flips_plain(now):
    """Every set of up to three other answers, each weighed on its own."""
    keys = actionable(now)
    others = {key: [code for code in QUESTIONS[key].codes if code != now.answers.code(key)] for key in keys}
    for size in range(1, LARGEST_SET + 1):
        for chosen in combinations(keys, size):
            for codes in product(*(others[key] for key in chosen)):
                answers = now.answers
                for key, code in zip(chosen, codes, strict=True):
                    answers = answers.with_answer(key, code)
                evaluate(answers, now.facts)


def flips_rows():
    """The smallest sets of answers that change the advice: the median company and the slowest."""
    drawn = [draw(now) for now in companies(200) if now.best is not None]
    taken = {milliseconds(partial(flips, one), 3): one for one in drawn}
    worst = max(taken)
    yield f"flips: median of {len(drawn)} companies", statistics.median(taken), None
    began = time.perf_counter()
    flips_plain(taken[worst].evaluation)
    yield "flips: the slowest of them", worst, 1000 * (time.perf_counter() - began)


def beside_rows():
    """What stands beside the confidence: always and possibly better, other methods; draws of weights."""
    now = max(companies(200), key=lambda one: len(one.feasible))
    yield "always / possibly better", milliseconds(lambda: preferred(now)), None
    yield "TOPSIS and PROMETHEE II (loaded)", milliseconds(lambda: agreement(now)), None
    yield "weights: 10,000 x 17, ranked", milliseconds(lambda: ranking([[k] for k in range(17)], 17, DRAWS)), None
    narrow = within([0.05] * 17, [0.066] * 17)
    yield "weights: 10,000 x 17, hit-and-run in ranges", milliseconds(lambda: constrained(narrow, DRAWS), 3), None


ROWS = (smaa_rows, flips_rows, beside_rows)


def main():
    """Prints the table."""
    print(f"{'':44}{'ms':>9}{'plain ms':>11}{'ratio':>8}")
    for rows in ROWS:
        for name, ours, plain in rows():
            beside = f"{plain:11.1f}{plain / ours:7.0f}x" if plain else ""
            print(f"{name:44}{ours:9.2f}{beside}", flush=True)


if __name__ == "__main__":
    main()
