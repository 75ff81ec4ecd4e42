"""Every blueprint of the app, in the order of a person's way through it."""

from advisor.web.views import check, compare, consent, example, measure, policy, profiles, questions, result, start

BLUEPRINTS = (
    start.blueprint,
    questions.blueprint,
    check.blueprint,
    compare.blueprint,
    measure.blueprint,
    result.blueprint,
    profiles.blueprint,
    consent.blueprint,
    example.blueprint,
    policy.blueprint,
)
