"""Bodies, as they are read and written."""
import datetime
from decimal import Decimal
from typing import List, Literal, Optional
from zoneinfo import ZoneInfo

from pydantic import BaseModel, Extra, constr, root_validator, validator

from calendar_of_fedwire import is_business_day, third_thursday

WEIGHTS = (5, 8, 4, 2, 6, 3, 7, 9)
NEW_YORK = ZoneInfo("America/New_York")


class Model(BaseModel):
    class Config:
        extra = Extra.forbid
        json_encoders = {
            Decimal: lambda amount: f"{amount:.2f}",
            datetime.datetime: lambda instant: instant.strftime("%Y-%m-%dT%H:%M:%S.%fZ"),
        }


class Country(Model):
    alpha2: str
    alpha3: str
    numeric: str
    name: str
    official_name: str
    region: Optional[str]


class CountryPage(Model):
    data: List[Country]
    next_cursor: Optional[str]


class UserLocation(Model):
    location_id: str
    roles: List[str]


class User(Model):
    id: str
    user_name: str
    first_name: str
    last_name: str
    email: Optional[str]
    phone: Optional[str]
    active: bool
    locations: List[UserLocation]


class UserPage(Model):
    data: List[User]
    next_cursor: Optional[str]


class Contact(Model):
    name: constr(min_length=1, max_length=100)
    phone: constr(min_length=1, max_length=30)
    email: constr(max_length=254, regex=r"^[^@\s]+@[^@\s]+$")


class Escrow(Model):
    company: constr(min_length=1, max_length=100)
    contact: Optional[str]
    phone: Optional[str]


class Address(Model):
    line1: constr(min_length=1, max_length=100)
    line2: Optional[str]
    city: constr(min_length=1, max_length=60)
    state: constr(min_length=2, max_length=40)
    postal_code: constr(min_length=2, max_length=12)
    country: constr(regex=r"^[A-Z]{2}$")


class Quote(Model):
    principal: Decimal
    interest: Decimal
    fees: Decimal
    premium: Decimal
    total: Decimal
    per_diem: Optional[Decimal]
    good_through: datetime.date


class Payoff(Model):
    """One that is stored."""

    id: str
    sba_loan_number: str
    program: str
    location_id: str
    requested_by: str
    amount_type: str
    prepayment_amount: Optional[Decimal]
    payoff_date: datetime.date
    notice_received_date: Optional[datetime.date]
    reason: str
    contact: Contact
    escrow: Optional[Escrow]
    property_address: Optional[Address]
    new_mailing_address: Optional[Address]
    quote: Optional[Quote]
    status: str
    created_at: datetime.datetime
    updated_at: datetime.datetime
    version: int


class NewPayoff(Model):
    sba_loan_number: constr(regex=r"^[0-9]{10}$")
    program: Literal["504", "7a"]
    location_id: constr(regex=r"^[0-9]{1,7}$")
    amount_type: Literal["full", "partial"]
    prepayment_amount: Optional[Decimal]
    payoff_date: datetime.date
    notice_received_date: Optional[datetime.date]
    reason: Literal["refinance", "sale", "cash", "other"]
    contact: Contact
    escrow: Optional[Escrow]
    property_address: Optional[Address]
    new_mailing_address: Optional[Address]

    @validator("sba_loan_number")
    def check_digits(cls, number):
        if sum(weight * int(digit) for weight, digit in zip(WEIGHTS, number)) % 11 != int(number[8:]):
            raise ValueError("check_digit")
        return number

    @validator("payoff_date")
    def open_day(cls, date):
        if date <= datetime.datetime.now(NEW_YORK).date():
            raise ValueError("not_in_future")
        if not is_business_day(date):
            raise ValueError("not_a_business_day")
        return date

    @root_validator(skip_on_failure=True)
    def amount_and_program(cls, values):
        if values["amount_type"] == "partial" and (values["program"] == "504" or not values["prepayment_amount"]):
            raise ValueError("prepayment_amount")
        if values["program"] == "504":
            date = values["payoff_date"]
            notice = values["notice_received_date"] or datetime.datetime.now(NEW_YORK).date()
            if date != third_thursday(date) or date < notice + datetime.timedelta(days=8):
                raise ValueError("not_a_504_date")
        return values
