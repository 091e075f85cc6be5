"""Who is calling: tokens that a client signed with its own key (HS256), and a token bucket per client."""
import time
from dataclasses import dataclass
from threading import Lock

import jwt
from fastapi import Depends, Header

import problems
from database import Membership, Session, User
from settings import CLIENTS_BY_KEY


@dataclass(frozen=True)
class Caller:
    client_id: str
    user_id: str
    location_id: str
    token_id: str
    expires_at: int


class Bucket:
    def __init__(self, rate, burst):
        self._rate, self._burst, self._left, self._at, self._lock = rate, burst, burst, time.monotonic(), Lock()

    def take(self):
        with self._lock:
            now = time.monotonic()
            self._left = min(self._burst, self._left + (now - self._at) * self._rate)
            self._at = now
            if self._left < 1:
                return False
            self._left -= 1
            return True


_buckets = {client.id: Bucket(client.rate, client.burst) for client in CLIENTS_BY_KEY.values()}


def requires(scope):
    """The caller, whose client has the scope and is within its limit."""

    async def caller(authorization: str = Header(None)) -> Caller:
        if authorization is None or authorization[:7].lower() != "bearer ":
            raise problems.UNAUTHORIZED
        token = authorization[7:]
        try:
            client = CLIENTS_BY_KEY.get(jwt.get_unverified_header(token).get("kid"))
            if client is None:
                raise problems.UNAUTHORIZED
            claims = jwt.decode(
                token, client.key, ["HS256"], audience="loapi", issuer=client.id, leeway=30,
                options={"require": ["exp", "iat", "iss", "sub", "jti"]})
            if claims["exp"] - claims["iat"] > 300 or claims["sub"] != client.id:
                raise problems.UNAUTHORIZED
        except jwt.PyJWTError:
            raise problems.UNAUTHORIZED
        if not _buckets[client.id].take():
            raise problems.RATE_LIMITED
        if scope not in client.scopes:
            raise problems.INSUFFICIENT_SCOPE
        context = claims.get("request_context", {})
        return Caller(client.id, context.get("user_id"), context.get("location_id"), claims["jti"], claims["exp"])

    return Depends(caller)


def read_session():
    with Session() as session:
        yield session


def locations_of(session, caller):
    """The locations of the active user on whose behalf is asked."""
    rows = (
        session.query(User.active, Membership.location_id)
        .join(Membership, Membership.user_id == User.user_id)
        .filter(User.user_id == caller.user_id, User.active == 1)
        .all()
    )
    if not rows:
        raise problems.FORBIDDEN
    return {row.location_id for row in rows}
