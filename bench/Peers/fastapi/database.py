"""LoApi's own tables, by SQLAlchemy's ORM."""
from contextlib import nullcontext
from datetime import datetime
from threading import Lock

from sqlalchemy import BigInteger, Column, Date, DateTime, ForeignKey, ForeignKeyConstraint, Integer, Numeric, SmallInteger, String, TypeDecorator, create_engine, event
from sqlalchemy.orm import declarative_base, relationship, sessionmaker
from sqlalchemy.pool import QueuePool

from settings import DATABASE, SQLITE

INSTANT = "%Y-%m-%dT%H:%M:%S.%fZ"

engine = create_engine(
    DATABASE,
    poolclass=QueuePool,
    pool_size=20,
    max_overflow=20,
    connect_args={"check_same_thread": False, "timeout": 30} if SQLITE else {},
)
# What was read is serialised after the commit: it need not be read again.
Session = sessionmaker(engine, expire_on_commit=False, autoflush=False)
Base = declarative_base()
# SQLite has one writer: of a worker's threads, those who wait for their turn here do not poll for the lock.
write_turn = Lock() if SQLITE else nullcontext()

if SQLITE:
    # https://docs.sqlalchemy.org/en/14/dialects/sqlite.html#serializable-isolation-savepoints-transactional-ddl

    @event.listens_for(engine, "connect")
    def _connect(connection, _record):
        connection.isolation_level = None
        connection.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def _begin(connection):
        options = connection.get_execution_options()
        connection.exec_driver_sql("BEGIN IMMEDIATE" if options.get("writes") else "BEGIN")


class Instant(TypeDecorator):
    """UTC, to the microsecond: text on SQLite, a timestamp without a zone on PostgreSQL."""

    impl = String if SQLITE else DateTime
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value.strftime(INSTANT) if SQLITE and value is not None else value

    def process_result_value(self, value, dialect):
        return datetime.strptime(value, INSTANT) if SQLITE and value is not None else value


class Money(TypeDecorator):
    """Two places: text on SQLite."""

    impl = String if SQLITE else Numeric(15, 2)
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return f"{value:.2f}" if SQLITE and value is not None else value


class Country(Base):
    __tablename__ = "country"
    alpha2 = Column(String, primary_key=True)
    alpha3 = Column(String)
    numeric_code = Column(String)
    country_name = Column(String)
    official_name = Column(String)
    region = Column(String)


class User(Base):
    __tablename__ = "lo_user"
    user_id = Column(String, primary_key=True)
    user_name = Column(String)
    first_name = Column(String)
    last_name = Column(String)
    email = Column(String)
    phone = Column(String)
    active = Column(SmallInteger)
    memberships = relationship("Membership")


class Membership(Base):
    __tablename__ = "lo_user_location"
    user_id = Column(String, ForeignKey("lo_user.user_id"), primary_key=True)
    location_id = Column(String, primary_key=True)
    roles = relationship("Role")


class Role(Base):
    __tablename__ = "lo_user_role"
    user_id = Column(String, primary_key=True)
    location_id = Column(String, primary_key=True)
    role_name = Column(String, primary_key=True)
    __table_args__ = (
        ForeignKeyConstraint(
            ["user_id", "location_id"], ["lo_user_location.user_id", "lo_user_location.location_id"]),)


class Payoff(Base):
    __tablename__ = "payoff"
    id = Column(String, primary_key=True)
    sba_loan_number = Column(String)
    open_loan_number = Column(String)
    program = Column(String)
    location_id = Column(String)
    requested_by = Column(String)
    amount_type = Column(String)
    prepayment_amount = Column(Money)
    payoff_date = Column(Date)
    notice_received_date = Column(Date)
    reason = Column(String)
    contact_name = Column(String)
    contact_phone = Column(String)
    contact_email = Column(String)
    escrow_company = Column(String)
    escrow_contact = Column(String)
    escrow_phone = Column(String)
    property_line1 = Column(String)
    property_line2 = Column(String)
    property_city = Column(String)
    property_state = Column(String)
    property_postal_code = Column(String)
    property_country = Column(String)
    mailing_line1 = Column(String)
    mailing_line2 = Column(String)
    mailing_city = Column(String)
    mailing_state = Column(String)
    mailing_postal_code = Column(String)
    mailing_country = Column(String)
    quote_principal = Column(Money)
    quote_interest = Column(Money)
    quote_fees = Column(Money)
    quote_premium = Column(Money)
    quote_total = Column(Money)
    quote_per_diem = Column(Money)
    quote_good_through = Column(Date)
    status = Column(String)
    created_at = Column(Instant)
    updated_at = Column(Instant)
    version = Column(BigInteger)


class IdempotencyRecord(Base):
    __tablename__ = "idempotency_record"
    client_id = Column(String, primary_key=True)
    idempotency_key = Column(String, primary_key=True)
    fingerprint = Column(String)
    resource_type = Column(String)
    resource_id = Column(String)
    http_status = Column(Integer)
    etag = Column(String)
    response_body = Column(String)
    created_at = Column(Instant)
    pruned = Column(SmallInteger, default=0)


class SpentToken(Base):
    __tablename__ = "spent_token"
    token_id = Column(String, primary_key=True)
    fingerprint = Column(String)
    expires_at = Column(Instant)


class AuditRow(Base):
    """An audit row. LoApi's own log chains these later, which no peer does."""

    __tablename__ = "audit_outbox"
    partition_no = Column(Integer, primary_key=True, autoincrement=False)
    order_no = Column(BigInteger, primary_key=True, autoincrement=False)
    change_id = Column(String, primary_key=True)
    record_kind = Column(String)
    outcome = Column(String)
    outcome_code = Column(String)
    occurred_at = Column(Instant)
    client_id = Column(String)
    user_id = Column(String)
    location_id = Column(String)
    http_method = Column(String)
    request_path = Column(String)
    resource_type = Column(String)
    resource_id = Column(String)
    version_after = Column(BigInteger)
    after_state = Column(String)
    request_id = Column(String)
    remote_ip = Column(String)
    payload_digest = Column(String)
