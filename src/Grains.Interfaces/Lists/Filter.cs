using System.Collections.Immutable;

namespace LoApi.Lists;

/// <summary>A condition that rows of a list meet. Several of them must all be met.</summary>
/// <param name="Member">The member's name in JSON, such as <c>payoff_date</c>.</param>
/// <param name="Operator">How it is compared.</param>
/// <param name="Values">
/// One value, or up to <see cref="MaxValues"/> for <see cref="FilterOperator.In"/>, as text in the form that the member has
/// in JSON; instants with six places.
/// </param>
[GenerateSerializer, Immutable, Alias("filter")]
public sealed record Filter(
    [property: Id(0)] string Member,
    [property: Id(1)] FilterOperator Operator,
    [property: Id(2)] ImmutableArray<string> Values)
{
    /// <summary>Values of one filter at most.</summary>
    public const int MaxValues = 100;

    /// <summary>The value of an operator that takes one.</summary>
    public string Value => Values[0];
}
