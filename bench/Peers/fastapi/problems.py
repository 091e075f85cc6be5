"""Errors as application/problem+json, with LoApi's codes."""
import uuid

from fastapi import Request
from fastapi.responses import JSONResponse


class Problem(Exception):
    def __init__(self, status, code, title, errors=None, headers=None):
        super().__init__(code)
        self.status, self.code, self.title, self.errors, self.headers = status, code, title, errors, headers


UNAUTHORIZED = Problem(401, "unauthorized", "The request carries no valid credentials.", headers={"WWW-Authenticate": "Bearer"})
INSUFFICIENT_SCOPE = Problem(403, "insufficient_scope", "The client lacks the scope.")
FORBIDDEN = Problem(403, "forbidden", "The user may not do that.")
NOT_FOUND = Problem(404, "not_found", "There is no such resource.")
RATE_LIMITED = Problem(429, "rate_limited", "Too many requests.", headers={"Retry-After": "1"})


def answer(_request: Request, problem: Problem) -> JSONResponse:
    body = {"title": problem.title, "status": problem.status, "code": problem.code, "request_id": uuid.uuid4().hex}
    if problem.errors is not None:
        body["errors"] = problem.errors
    return JSONResponse(body, problem.status, problem.headers, "application/problem+json")


def invalid_body(request: Request, invalid) -> JSONResponse:
    errors = [
        {"pointer": "/" + "/".join(str(part) for part in error["loc"][1:]), "code": error["type"]}
        for error in invalid.errors()
    ]
    return answer(request, Problem(422, "validation_failed", "The request breaks rules.", errors))
