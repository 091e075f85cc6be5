using LoApi.ApiFrontend.Lists;
using LoApi.Audit;

namespace LoApi.ApiFrontend.Audit;

/// <summary>What the list of audit records can be asked.</summary>
internal static class AuditList
{
    public static ListDefinition Definition { get; } = new(
        "audit-records",
        [new("occurred_at", Descending: true), new("id", Descending: false)],
        [
            new("id", MemberType.Text, Filterable: false, Sortable: true),
            new("occurred_at", MemberType.Instant, Sortable: true),
            new("resource_type", MemberType.Id("^[a-z_]{1,40}$", "A kind of resource, such as payoff.")),
            new("resource_id", MemberType.Id("^[\\x21-\\x7e]{1,100}$", "The id of a resource.")),
            new("client_id", MemberType.Id("^[\\x21-\\x7e]{1,100}$", "A client's id.")),
            new("user_id", MemberType.Id("^[\\x21-\\x7e]{1,100}$", "A user's id.")),
            new("request_id", MemberType.Id("^[A-Za-z0-9._-]{1,64}$", "The id of a request, as in X-Request-Id.")),
            new("kind", MemberType.Codes<AuditKind>()),
        ]);
}
