"""What bench/run says by environment variables, as it does to the other contenders."""
import base64
import os
from dataclasses import dataclass

SQLITE = os.environ["Storage__Provider"] == "Sqlite"
DATABASE = os.environ["PEER_DATABASE_URL"]


@dataclass(frozen=True)
class Client:
    """An app server that may call."""

    id: str
    key_id: str
    key: bytes
    rate: float
    burst: float
    scopes: frozenset = frozenset({"reference:read", "users:read", "payoffs:read", "payoffs:write"})


def _clients():
    number = 0
    while f"Clients__{number}__Id" in os.environ:
        one = f"Clients__{number}__"
        yield Client(
            os.environ[one + "Id"],
            os.environ[one + "KeyId"],
            base64.b64decode(os.environ[one + "Key"]),
            float(os.environ[one + "Rate"]),
            float(os.environ[one + "Burst"]),
        )
        number += 1


CLIENTS_BY_KEY = {client.key_id: client for client in _clients()}
