namespace LoApi.ApiFrontend.Tests.Authentication;

/// <summary>
/// Who may do what, written down from the contract and not from the code. In the world of <see cref="AccessWorld"/>,
/// users <c>ua</c> and <c>uoff</c> (not active) belong to location 9001, <c>ub</c> to 9002, <c>uab</c> to both; payoff
/// <c>{pa}</c> is of 9001 and <c>{pb}</c> of 9002; resource <c>{r}</c> belongs to the client <c>all</c>; <c>{audit}</c> is
/// the record of its creation, and S9001 the one franchise. Ids beginning
/// with <c>{no</c> are nobody's. Writes are sound, with a key or the right ETag.
/// </summary>
internal static class AccessTable
{
    private const string Everybody = "";
    private const string OfA = "ua uab";
    private const string OfB = "ub uab";
    private const string OfEither = "ua ub uab";
    private const string Nobody = "-";

    public static IReadOnlyList<AccessRow> Rows { get; } =
    [
        // Endpoint, request, scope, acts for, who sees it, what they get, what others get, where it must be done, and what
        // they get elsewhere; the location in the body; what is different then.
        new("ListCountries", "GET /countries", "reference:read", "", Everybody, "200"),
        new("GetCountry", "GET /countries/NA", "reference:read", "", Everybody, "200"),
        new("ListHolidays", "GET /holidays?year=2027", "reference:read", "", Everybody, "200"),
        new("ListFranchises", "GET /franchises", "reference:read", "", Everybody, "200"),
        new("GetFranchise", "GET /franchises/S9001", "reference:read", "", Everybody, "200"),
        new("GetFranchise", "GET /franchises/none", "reference:read", "", Nobody, "", "404 not_found"),
        new("ListNaicsCodes", "GET /naics-codes", "reference:read", "", Everybody, "200"),
        new("GetNaicsCode", "GET /naics-codes/31-33", "reference:read", "", Everybody, "200"),

        new("ListLocations", "GET /locations", "locations:read", "user", Everybody, "200"),
        new("GetLocation", "GET /locations/9001", "locations:read", "user", OfA, "200", "404 not_found"),
        new("GetLocation", "GET /locations/9002", "locations:read", "user", OfB, "200", "404 not_found"),
        new("GetLocation", "GET /locations/9003", "locations:read", "user", Nobody, "", "404 not_found"),

        new("ListUsers", "GET /users?location-id=9001", "users:read", "user", OfA, "200", "403 forbidden"),
        new("ListUsers", "GET /users?location-id=9002", "users:read", "user", OfB, "200", "403 forbidden"),
        new("ListUsers", "GET /users?location-id=9003", "users:read", "user", Nobody, "", "403 forbidden"),
        new("GetUser", "GET /users/ua", "users:read", "user", OfA, "200", "404 not_found"),
        new("GetUser", "GET /users/ub", "users:read", "user", OfB, "200", "404 not_found"),
        new("GetUser", "GET /users/uab", "users:read", "user", OfEither, "200", "404 not_found"),
        new("GetUser", "GET /users/uoff", "users:read", "user", OfA, "200", "404 not_found"),
        new("GetUser", "GET /users/nobody", "users:read", "user", Nobody, "", "404 not_found"),

        new("ListPayoffDates", "GET /payoff-dates?program=7a", "payoffs:read", "", Everybody, "200"),
        new("ListPayoffs", "GET /payoffs", "payoffs:read", "user", Everybody, "200"),
        new("GetPayoff", "GET /payoffs/{pa}", "payoffs:read", "user", OfA, "200", "404 not_found"),
        new("GetPayoff", "GET /payoffs/{pb}", "payoffs:read", "user", OfB, "200", "404 not_found"),
        new("GetPayoff", "GET /payoffs/{none}", "payoffs:read", "user", Nobody, "", "404 not_found"),
        new("CreatePayoff", "POST /payoffs", "payoffs:write", "user location", Everybody, "201", At: "9001", Elsewhere: "422 validation_failed", Of: "9001", Effect: "+ payoff received at 9001 by USER"),
        new("CreatePayoff", "POST /payoffs", "payoffs:write", "user location", Everybody, "201", At: "9002", Elsewhere: "422 validation_failed", Of: "9002", Effect: "+ payoff received at 9002 by USER"),
        new("CreatePayoff", "POST /payoffs", "payoffs:write", "user location", Everybody, "422 validation_failed", Of: "9003"),
        new("PutPayoff", "PUT /payoffs/{pa}", "payoffs:write", "user location", OfA, "200", "404 not_found", At: "9001", Effect: "~ {pa} payoff received at 9001 by ua"),
        new("PutPayoff", "PUT /payoffs/{pb}", "payoffs:write", "user location", OfB, "200", "404 not_found", At: "9002", Effect: "~ {pb} payoff received at 9002 by ub"),
        new("PutPayoff", "PUT /payoffs/{none}", "payoffs:write", "user location", Nobody, "", "404 not_found"),
        new("PatchPayoff", "PATCH /payoffs/{pa}", "payoffs:write", "user location", OfA, "200", "404 not_found", At: "9001", Effect: "~ {pa} payoff received at 9001 by ua"),
        new("PatchPayoff", "PATCH /payoffs/{pb}", "payoffs:write", "user location", OfB, "200", "404 not_found", At: "9002", Effect: "~ {pb} payoff received at 9002 by ub"),
        new("PatchPayoff", "PATCH /payoffs/{none}", "payoffs:write", "user location", Nobody, "", "404 not_found"),
        new("DeletePayoff", "DELETE /payoffs/{pa}", "payoffs:write", "user location", OfA, "200", "404 not_found", At: "9001", Effect: "~ {pa} payoff cancelled at 9001 by ua"),
        new("DeletePayoff", "DELETE /payoffs/{pb}", "payoffs:write", "user location", OfB, "200", "404 not_found", At: "9002", Effect: "~ {pb} payoff cancelled at 9002 by ub"),
        new("DeletePayoff", "DELETE /payoffs/{none}", "payoffs:write", "user location", Nobody, "", "404 not_found"),

        new("ListResources", "GET /resource", "resource:read", "", Everybody, "200"),
        new("GetResource", "GET /resource/{r}", "resource:read", "", "client all", "200", "404 not_found"),
        new("GetResource", "GET /resource/{none}", "resource:read", "", Nobody, "", "404 not_found"),
        new("CreateResource", "POST /resource", "resource:write", "", Everybody, "201", Effect: "+ resource of CLIENT"),
        new("PutResource", "PUT /resource/{r}", "resource:write", "", "client all", "200", "404 not_found", Effect: "~ {r} resource of all"),
        new("PutResource", "PUT /resource/{none}", "resource:write", "", Nobody, "", "404 not_found"),
        new("PatchResource", "PATCH /resource/{r}", "resource:write", "", "client all", "200", "404 not_found", Effect: "~ {r} resource of all"),
        new("PatchResource", "PATCH /resource/{none}", "resource:write", "", Nobody, "", "404 not_found"),
        new("DeleteResource", "DELETE /resource/{r}", "resource:write", "", "client all", "200", "404 not_found", Effect: "- {r}"),
        new("DeleteResource", "DELETE /resource/{none}", "resource:write", "", Nobody, "", "404 not_found"),

        new("ListAuditRecords", "GET /audit-records", "audit:read", "", Everybody, "200"),
        new("GetAuditRecord", "GET /audit-records/{audit}", "audit:read", "", Everybody, "200"),
        new("GetAuditRecord", "GET /audit-records/{none}", "audit:read", "", Nobody, "", "404 not_found"),

        new("CountPayoffs", "GET /stats/payoffs?group-by=status", "stats:read", "", Everybody, "200"),
        new("CountUsers", "GET /stats/users", "stats:read", "", Everybody, "200"),
        new("CountLocations", "GET /stats/locations", "stats:read", "", Everybody, "200"),
        new("CountRequests", "GET /stats/requests?group-by=client", "stats:read", "", Everybody, "200"),
    ];
}
