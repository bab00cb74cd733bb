"""What Schemathesis checks beside its own: the document says all that an input must be, and a refusal says nothing of the inside."""

import re
import unicodedata

import schemathesis

# The codes of an input that is malformed; every other refusal comes from a rule or from the state of things.
MALFORMED = {"input-invalid", "parameters-invalid", "request-malformed", "if-match-invalid", "idempotency-key-invalid"}

# Rules that JSON Schema cannot say, by the message of their fault. A new one is written out here on purpose.
BEYOND_JSON_SCHEMA = {
    # JSON Schema's `date` begins before the year 1000.
    "not a day of the calendar, YYYY-MM-DD",
    # Its `date-time` has other offsets than UTC and other fractions than milliseconds.
    "not a moment in UTC, YYYY-MM-DDThh:mm:ss.sssZ",
    "the first year is later than the last",
    # A dot of the pattern is any sign but a line's end, and Python knows fewer of those than JavaScript.
    "not an organisation like CN-USCI:91350100M000100Y43",
}

INSIDE = re.compile(r"\n\s+at |node:internal|node_modules|\.ts:\d|MongoServerError|KafkaJS|duckdb", re.IGNORECASE)


def value_at(body, path):
    for part in path.split("."):
        body = body[int(part)] if isinstance(body, list) else body[part]
    return body


def is_beyond_json_schema(fault, body):
    if fault["message"] in BEYOND_JSON_SCHEMA:
        return True
    # Text is trimmed before its length is asked, and must hold a sign that can be read.
    value = value_at(body, fault["field"]) if isinstance(body, dict) else None
    return isinstance(value, str) and not any(unicodedata.category(sign)[0] in "LNPS" for sign in value)


@schemathesis.check
def described_input_is_accepted(ctx, response, case):
    """What the document allows is not refused as malformed."""
    generated = case.meta.generation.mode if case.meta else None
    if generated is None or not generated.is_positive or response.status_code < 400:
        return
    problem = response.json()
    if problem.get("code") not in MALFORMED:
        return
    faults = problem.get("errors", [])
    if faults and all(is_beyond_json_schema(fault, case.body) for fault in faults):
        return
    raise AssertionError(f"the document allows what is refused as {problem['code']}: {problem.get('errors') or problem.get('detail')}")


@schemathesis.check
def a_refusal_is_a_problem(ctx, response, case):
    """RFC 9457 with a stable type, and nothing of the inside."""
    if response.status_code < 400:
        return
    # A refusal of HEAD has no body, and one of /readyz is an answer.
    if case.method.upper() == "HEAD" or case.path == "/readyz":
        return
    media_type = response.headers.get("content-type", [""])[0]
    assert media_type.startswith("application/problem+json"), f"a refusal came as '{media_type}'"
    problem = response.json()
    assert problem["type"] == f"urn:xietong:problem:{problem['code']}", f"unstable type {problem['type']}"
    assert problem["status"] == response.status_code
    assert not INSIDE.search(response.text), "a refusal tells of the inside of the service"
