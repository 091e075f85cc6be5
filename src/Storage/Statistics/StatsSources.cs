using System.Collections.Frozen;
using LoApi.Statistics;
using LoApi.Storage.Lists;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Statistics;

/// <summary>The four subjects. Payoffs and requests are counted over the views that people query too; see migration 0017.</summary>
internal static class StatsSources
{
    private const string Active = "CASE WHEN {0}active = 1 THEN 'true' ELSE 'false' END";

    private static readonly StatsSource Payoffs = new(
        "COUNT(*)",
        _ => "FROM STAT_PAYOFF",
        Groupings(
            ("status", "status"),
            ("location", "location_id"),
            ("program", "program"),
            ("month", "created_month"),
            ("payoff_month", "payoff_month"),
            ("reason", "reason"),
            ("user", "requested_by")),
        Columns(
            ("created_at", "created_at", ColumnKind.Instant),
            ("payoff_date", "payoff_date", ColumnKind.Date),
            ("status", "status", ColumnKind.Text),
            ("location_id", "location_id", ColumnKind.Text),
            ("requested_by", "requested_by", ColumnKind.Text),
            ("sba_loan_number", "sba_loan_number", ColumnKind.Text)));

    // A join repeats a user: it is made only for who asks for it.
    private static readonly StatsSource Users = new(
        "COUNT(DISTINCT u.user_id)",
        names => string.Concat(
            "FROM LO_USER u",
            names.Any(name => name.StartsWith("l.", StringComparison.Ordinal) || name.StartsWith("r.", StringComparison.Ordinal))
                ? "\nLEFT JOIN LO_USER_LOCATION l ON l.user_id = u.user_id"
                : "",
            names.Any(name => name.StartsWith("r.", StringComparison.Ordinal))
                ? "\nLEFT JOIN LO_USER_ROLE r ON r.user_id = l.user_id AND r.location_id = l.location_id"
                : ""),
        Groupings(
            ("active", Active.Replace("{0}", "u.", StringComparison.Ordinal)),
            ("location", "l.location_id"),
            ("role", "r.role_name")),
        Columns(
            ("id", "u.user_id", ColumnKind.Text),
            ("user_name", "u.user_name", ColumnKind.Text),
            ("last_name", "u.last_name", ColumnKind.Text),
            ("active", "u.active", ColumnKind.Bool),
            ("location_id", "l.location_id", ColumnKind.Text)));

    private static readonly StatsSource Locations = new(
        "COUNT(*)",
        _ => "FROM LO_LOCATION",
        Groupings(
            ("type", "location_type"),
            ("active", Active.Replace("{0}", "", StringComparison.Ordinal)),
            ("partner", "partner_name"),
            ("state", "state_code"),
            ("country", "country_code")),
        Columns(
            ("id", "location_id", ColumnKind.Text),
            ("partner_name", "partner_name", ColumnKind.Text),
            ("name", "location_name", ColumnKind.Text),
            ("type", "location_type", ColumnKind.Text),
            ("active", "active", ColumnKind.Bool)));

    private static readonly StatsSource Requests = new(
        "COUNT(*)",
        _ => "FROM STAT_REQUEST",
        Groupings(
            ("client", "client_id"),
            ("user", "user_id"),
            ("location", "location_id"),
            ("method", "http_method"),
            ("resource_type", "resource_type"),
            ("kind", "record_kind"),
            ("outcome", "outcome"),
            ("code", "outcome_code"),
            ("month", "occurred_month"),
            ("day", "occurred_day")),
        Columns(
            ("occurred_at", "occurred_at", ColumnKind.Instant),
            ("resource_type", "resource_type", ColumnKind.Text),
            ("resource_id", "resource_id", ColumnKind.Text),
            ("client_id", "client_id", ColumnKind.Text),
            ("user_id", "user_id", ColumnKind.Text),
            ("request_id", "request_id", ColumnKind.Text),
            ("kind", "record_kind", ColumnKind.Text)));

    public static StatsSource Of(StatsSubject subject) => subject switch
    {
        StatsSubject.Payoffs => Payoffs,
        StatsSubject.Users => Users,
        StatsSubject.Locations => Locations,
        StatsSubject.Requests => Requests,
        _ => throw new ArgumentOutOfRangeException(nameof(subject), subject, "Nothing is counted under this."),
    };

    private static FrozenDictionary<string, string> Groupings(params (string Name, string Expression)[] groupings) =>
        groupings.ToFrozenDictionary(grouping => grouping.Name, grouping => grouping.Expression, StringComparer.Ordinal);

    // Nothing is sorted by them, so that no row has to tell its place.
    private static ListColumns<object> Columns(params (string Member, string Name, ColumnKind Kind)[] columns) =>
        new([.. columns.Select(column => new ListColumn<object>(column.Member, column.Name, column.Kind, _ => throw new NotSupportedException()))]);
}
