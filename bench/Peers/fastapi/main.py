"""What a team would write in Python instead: FastAPI over SQLAlchemy, on LoApi's own schema, for the measure of bench/run.

It answers the requests of that measure as LoApi does, and no others. Endpoints are plain functions, which FastAPI runs in
its pool of threads, because psycopg2 blocks.
"""
import base64
import datetime
import hashlib
import uuid

from fastapi import FastAPI, Header, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session as OrmSession, selectinload

import database
import models
import problems
from access import Caller, Depends, locations_of, read_session, requires

app = FastAPI(openapi_url=None)
app.add_exception_handler(problems.Problem, problems.answer)
app.add_exception_handler(RequestValidationError, problems.invalid_body)

JSON = "application/json; charset=utf-8"


def cursor_after(key):
    return base64.urlsafe_b64encode(key.encode()).decode()


def read_cursor(cursor):
    return base64.urlsafe_b64decode(cursor).decode()


def json(model, status=200, headers=None):
    """Written by the model itself: what response_model does besides costs as much again."""
    return Response(model.json(), status, headers, JSON)


def json_page(page):
    """A last page has no cursor, not an empty one."""
    return Response(page.json(exclude={"next_cursor"} if page.next_cursor is None else None), 200, None, JSON)


@app.get("/health/ready")
def ready():
    return Response()


@app.get("/api/v1/countries")
def list_countries(
    limit: int = Query(50, ge=1, le=500),
    cursor: str = None,
    caller: Caller = requires("reference:read"),
    session: OrmSession = Depends(read_session),
):
    query = session.query(database.Country).order_by(database.Country.alpha2)
    if cursor is not None:
        query = query.filter(database.Country.alpha2 > read_cursor(cursor))
    rows = query.limit(limit + 1).all()
    page = models.CountryPage(
        data=[
            models.Country(
                alpha2=row.alpha2, alpha3=row.alpha3, numeric=row.numeric_code, name=row.country_name,
                official_name=row.official_name, region=row.region)
            for row in rows[:limit]
        ],
        next_cursor=cursor_after(rows[limit - 1].alpha2) if len(rows) > limit else None,
    )
    return json_page(page)


@app.get("/api/v1/users/{user_id}")
def get_user(user_id: str, caller: Caller = requires("users:read"), session: OrmSession = Depends(read_session)):
    shared = locations_of(session, caller)
    row = session.get(database.User, user_id, options=[selectinload(database.User.memberships).selectinload(database.Membership.roles)])
    user = row and user_model(row, shared)
    if not user or not user.locations:
        raise problems.NOT_FOUND
    return json(user)


@app.get("/api/v1/users")
def list_users(
    location_id: str = Query(..., alias="location-id"),
    active: bool = None,
    limit: int = Query(50, ge=1, le=500),
    cursor: str = None,
    caller: Caller = requires("users:read"),
    session: OrmSession = Depends(read_session),
):
    shared = locations_of(session, caller)
    if location_id not in shared:
        raise problems.FORBIDDEN
    query = (
        session.query(database.User)
        .join(database.User.memberships)
        .filter(database.Membership.location_id == location_id)
        .options(selectinload(database.User.memberships).selectinload(database.Membership.roles))
        .order_by(database.User.user_id)
    )
    if active is not None:
        query = query.filter(database.User.active == (1 if active else 0))
    if cursor is not None:
        query = query.filter(database.User.user_id > read_cursor(cursor))
    rows = query.limit(limit + 1).all()
    page = models.UserPage(
        data=[user_model(row, shared) for row in rows[:limit]],
        next_cursor=cursor_after(rows[limit - 1].user_id) if len(rows) > limit else None,
    )
    return json_page(page)


def user_model(row, shared):
    return models.User(
        id=row.user_id, user_name=row.user_name, first_name=row.first_name, last_name=row.last_name, email=row.email,
        phone=row.phone, active=row.active == 1,
        locations=[
            models.UserLocation(location_id=membership.location_id, roles=sorted(role.role_name for role in membership.roles))
            for membership in sorted(row.memberships, key=lambda membership: membership.location_id)
            if membership.location_id in shared
        ])


@app.get("/api/v1/payoffs/{payoff_id}")
def get_payoff(payoff_id: str, caller: Caller = requires("payoffs:read"), session: OrmSession = Depends(read_session)):
    locations = locations_of(session, caller)
    row = session.get(database.Payoff, payoff_id)
    if row is None or row.location_id not in locations:
        raise problems.NOT_FOUND
    return json(payoff_model(row))


@app.post("/api/v1/payoffs")
def create_payoff(
    draft: models.NewPayoff,
    request: Request,
    idempotency_key: str = Header(None, max_length=255),
    caller: Caller = requires("payoffs:write"),
):
    if idempotency_key is None:
        raise problems.Problem(400, "idempotency_key_missing", "Idempotency-Key is missing.")
    fingerprint = hashlib.sha256(
        f"POST\n/api/v1/payoffs\n{caller.user_id}\n{caller.location_id}\n{draft.json()}".encode()).hexdigest()
    with database.Session() as session:
        if caller.location_id not in locations_of(session, caller):
            raise problems.FORBIDDEN
        if draft.location_id != caller.location_id:
            raise problems.Problem(
                422, "validation_failed", "The body breaks rules.", [{"pointer": "/location_id", "code": "not_in_context"}])
        earlier = session.get(database.IdempotencyRecord, (caller.client_id, idempotency_key))
    if earlier is not None:
        return repeat(earlier, fingerprint)

    row = new_row(draft, caller)
    body = payoff_model(row).json()
    try:
        with database.write_turn, database.Session() as session:
            session.connection(execution_options={"writes": True})
            session.add(row)
            session.add_all(records_of(row, body, caller, idempotency_key, fingerprint, request))
            session.commit()
    except IntegrityError:
        with database.Session() as session:
            winner = session.get(database.IdempotencyRecord, (caller.client_id, idempotency_key))
        if winner is not None:
            return repeat(winner, fingerprint)
        raise problems.Problem(409, "payoff_open", "The loan has an open payoff, or the token was used before.")
    return Response(body, 201, {"Location": f"/api/v1/payoffs/{row.id}", "ETag": '"1"'}, JSON)


def repeat(earlier, fingerprint):
    if earlier.fingerprint != fingerprint:
        raise problems.Problem(422, "idempotency_key_reused", "The key belongs to another request.")
    return Response(earlier.response_body, earlier.http_status, {"Idempotent-Replayed": "true", "ETag": earlier.etag}, JSON)


def new_row(draft, caller):
    now = datetime.datetime.utcnow()
    escrow, place, mail = draft.escrow, draft.property_address, draft.new_mailing_address
    return database.Payoff(
        id=str(uuid.uuid4()), sba_loan_number=draft.sba_loan_number, open_loan_number=draft.sba_loan_number,
        program=draft.program, location_id=draft.location_id, requested_by=caller.user_id, amount_type=draft.amount_type,
        prepayment_amount=draft.prepayment_amount, payoff_date=draft.payoff_date,
        notice_received_date=draft.notice_received_date, reason=draft.reason, contact_name=draft.contact.name,
        contact_phone=draft.contact.phone, contact_email=draft.contact.email,
        **(prefixed("escrow", escrow) if escrow else {}), **(prefixed("property", place) if place else {}),
        **(prefixed("mailing", mail) if mail else {}), status="received", created_at=now, updated_at=now, version=1)


def prefixed(prefix, model):
    return {f"{prefix}_{name}": value for name, value in model.dict().items()}


def records_of(row, body, caller, key, fingerprint, request):
    token = hashlib.sha256(f"{caller.client_id}\n{caller.token_id}".encode()).digest()
    return [
        database.IdempotencyRecord(
            client_id=caller.client_id, idempotency_key=key, fingerprint=fingerprint, resource_type="payoff",
            resource_id=row.id, http_status=201, etag='"1"', response_body=body, created_at=row.created_at, pruned=0),
        database.SpentToken(
            token_id=str(uuid.UUID(bytes=token[:16])), fingerprint=fingerprint,
            expires_at=datetime.datetime.utcfromtimestamp(caller.expires_at)),
        database.AuditRow(
            partition_no=0, order_no=1, change_id=str(uuid.uuid4()), record_kind="change", outcome="success",
            outcome_code="created", occurred_at=row.created_at, client_id=caller.client_id, user_id=caller.user_id,
            location_id=caller.location_id, http_method=request.method, request_path=request.url.path,
            resource_type="payoff", resource_id=row.id, version_after=1, after_state=body, request_id=uuid.uuid4().hex,
            remote_ip=request.client.host, payload_digest=fingerprint),
    ]


def payoff_model(row):
    return models.Payoff.construct(
        id=row.id, sba_loan_number=row.sba_loan_number, program=row.program, location_id=row.location_id,
        requested_by=row.requested_by, amount_type=row.amount_type, prepayment_amount=row.prepayment_amount,
        payoff_date=row.payoff_date, notice_received_date=row.notice_received_date, reason=row.reason,
        contact=models.Contact.construct(name=row.contact_name, phone=row.contact_phone, email=row.contact_email),
        escrow=row.escrow_company and models.Escrow.construct(
            company=row.escrow_company, contact=row.escrow_contact, phone=row.escrow_phone),
        property_address=row.property_line1 and models.Address.construct(
            line1=row.property_line1, line2=row.property_line2, city=row.property_city, state=row.property_state,
            postal_code=row.property_postal_code, country=row.property_country),
        new_mailing_address=row.mailing_line1 and models.Address.construct(
            line1=row.mailing_line1, line2=row.mailing_line2, city=row.mailing_city, state=row.mailing_state,
            postal_code=row.mailing_postal_code, country=row.mailing_country),
        quote=row.quote_total and models.Quote.construct(
            principal=row.quote_principal, interest=row.quote_interest, fees=row.quote_fees, premium=row.quote_premium,
            total=row.quote_total, per_diem=row.quote_per_diem, good_through=row.quote_good_through),
        status=row.status, created_at=row.created_at, updated_at=row.updated_at, version=row.version)
