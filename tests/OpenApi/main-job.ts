// The main job of a caller, with nothing but what docs/openapi-v1.json says: types, paths, parameters and headers are
// generated from it, so that a document which does not fit the service fails to compile or to run.
import { createHmac, randomUUID } from "node:crypto";
import createClient, { type Middleware } from "openapi-fetch";
import type { components, paths } from "./generated/loapi.js";

type Payoff = components["schemas"]["Payoff"];

/** Signs every request with a token of its own: a write spends it. */
const authentication: Middleware = {
  onRequest({ request }) {
    request.headers.set("Authorization", `Bearer ${sign()}`);
    return request;
  },
};

const api = createClient<paths>({ baseUrl: required("LOAPI_URL") });
api.use(authentication);

await listCountries();
const payoff = await createPayoff();
await changePayoff(payoff);
await meetValidationErrors();
console.log("The main job is done.");

/** Walks a list by its cursor, page by page. */
async function listCountries(): Promise<void> {
  const codes: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.GET("/api/v1/countries", {
      params: { query: { limit: 100, ...(cursor === undefined ? {} : { cursor }) } },
    });
    const { data, next_cursor } = expect(page, 200);
    codes.push(...data.map((country) => country.alpha2));
    cursor = next_cursor;
  } while (cursor !== undefined);
  check(codes.length === 249, `249 countries, not ${codes.length}`);
  check(new Set(codes).size === codes.length, "each country once");
  check(codes.includes("NA"), "Namibia among them");
}

/** Creates a payoff on the first date that there is, sends the same again, and reads what it made. */
async function createPayoff(): Promise<Payoff> {
  const dates = await api.GET("/api/v1/payoff-dates", { params: { query: { program: "7a", count: 1 } } });
  const [date] = expect(dates, 200).data;
  const body: Payoff = {
    sba_loan_number: required("LOAPI_LOAN"),
    program: "7a",
    location_id: "1",
    amount_type: "partial",
    prepayment_amount: "125000.00",
    payoff_date: date!,
    reason: "refinance",
    contact: { name: "Pat Doe", phone: "+1 202 555 0100", email: "pat.doe@example.com" },
  };
  const header = { "Idempotency-Key": randomUUID() };

  const created = await api.POST("/api/v1/payoffs", { params: { header }, body });
  const payoff = expect(created, 201);
  check(created.response.headers.get("Location")?.endsWith(`/api/v1/payoffs/${payoff.id}`) === true, "Location names it");
  check(created.response.headers.get("Idempotent-Replayed") === null, "the first answer is no replay");

  const repeated = await api.POST("/api/v1/payoffs", { params: { header }, body });
  check(expect(repeated, 201).id === payoff.id, "the replay is the same payoff");
  check(repeated.response.headers.get("Idempotent-Replayed") === "true", "the replay says so");

  const read = await api.GET("/api/v1/payoffs/{id}", { params: { path: { id: payoff.id! } } });
  check(expect(read, 200).sba_loan_number === body.sba_loan_number, "what is read is what was written");
  return payoff;
}

/** Changes the payoff from the version that was read, and is told that the version is gone when it tries again. */
async function changePayoff(payoff: Payoff): Promise<void> {
  const path = { id: payoff.id! };
  const read = await api.GET("/api/v1/payoffs/{id}", { params: { path } });
  const header = { "If-Match": read.response.headers.get("ETag")! };

  const changed = await api.PATCH("/api/v1/payoffs/{id}", {
    params: { path, header },
    body: { reason: "sale" },
    headers: { "Content-Type": "application/merge-patch+json" },
  });
  const { reason, version } = expect(changed, 200);
  check(reason === "sale" && version === 2, "the change made version 2");

  const late = await api.PATCH("/api/v1/payoffs/{id}", { params: { path, header }, body: { reason: "cash" } });
  check(late.response.status === 412 && late.error?.code === "precondition_failed", "the version of before is refused");
}

/** Sends a draft with two errors and is told both, each by its pointer. */
async function meetValidationErrors(): Promise<void> {
  const refused = await api.POST("/api/v1/payoffs", {
    params: { header: { "Idempotency-Key": randomUUID() } },
    body: {
      sba_loan_number: "1234567800",
      program: "7a",
      location_id: "1",
      amount_type: "full",
      payoff_date: "2020-01-02",
      reason: "refinance",
      contact: { name: "Pat Doe", phone: "+1 202 555 0100", email: "pat.doe@example.com" },
    },
  });
  const errors = refused.error?.errors?.map((error) => `${error.pointer} ${error.code}`).sort();
  check(refused.response.status === 422, `422, not ${refused.response.status}`);
  check(
    JSON.stringify(errors) === JSON.stringify(["/payoff_date date_not_in_future", "/sba_loan_number check_digit"]),
    `both errors, not ${JSON.stringify(errors)}`,
  );
}

/** A token of the client, which acts for user 1 of location 1: a JWT (RFC 7519), signed with the pre-shared key. */
function sign(): string {
  const client = required("LOAPI_CLIENT");
  const now = Math.floor(Date.now() / 1000);
  const header = { alg: "HS256", typ: "JWT", kid: required("LOAPI_KEY_ID") };
  const claims = {
    iss: client,
    sub: client,
    aud: "loapi",
    iat: now,
    exp: now + 60,
    jti: randomUUID(),
    request_context: { user_id: "1", location_id: "1" },
  };
  const text = [header, claims].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  const key = Buffer.from(required("LOAPI_KEY"), "base64");
  return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
}

function expect<T>(answer: { data?: T; error?: unknown; response: Response }, status: number): T {
  check(answer.response.status === status, `${status}, not ${answer.response.status} ${JSON.stringify(answer.error)}`);
  return answer.data!;
}

function check(condition: boolean, expectation: string): asserts condition {
  if (!condition) {
    throw new Error(`Expected ${expectation}.`);
  }
}

function required(name: string): string {
  const value = process.env[name];
  check(value !== undefined, `${name} to be set`);
  return value;
}
