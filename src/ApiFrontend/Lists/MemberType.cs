using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using LoApi.Errors;
using LoApi.Json;
using LoApi.Lists;

namespace LoApi.ApiFrontend.Lists;

/// <summary>What values of a member look like in a filter.</summary>
/// <param name="Expectation">What is expected, for the caller's engineer and the documentation.</param>
/// <param name="Violation">The code of a value that is not as expected.</param>
/// <param name="Operators">The operators that make sense for it.</param>
/// <param name="Canonical">The one spelling of a value; null where it is none.</param>
internal sealed record MemberType(
    string Expectation, string Violation, ImmutableArray<FilterOperator> Operators, Func<string, string?> Canonical)
{
    private const int MaxTextLength = 150;

    private static readonly ImmutableArray<FilterOperator> Ordered =
    [
        FilterOperator.Equal, FilterOperator.Greater, FilterOperator.GreaterOrEqual,
        FilterOperator.Less, FilterOperator.LessOrEqual, FilterOperator.In,
    ];

    /// <summary>Text, compared in binary order.</summary>
    public static readonly MemberType Text = new(
        "Text of at most 150 characters.",
        ProblemCode.InvalidFormat,
        [FilterOperator.Equal, FilterOperator.In, FilterOperator.Prefix],
        value => value.Length <= MaxTextLength && !value.Any(char.IsControl) ? value : null);

    /// <summary>A calendar day.</summary>
    public static readonly MemberType Date = new(
        "A date as YYYY-MM-DD.",
        ProblemCode.InvalidFormat,
        Ordered,
        value => DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? value : null);

    /// <summary>A calendar day in a range of years.</summary>
    public static MemberType DateIn(int minYear, int maxYear) => Date with
    {
        Expectation = $"A date as YYYY-MM-DD in the years {minYear} to {maxYear}.",
        Canonical = value => Date.Canonical(value) is { } date && DateOnly.Parse(date, CultureInfo.InvariantCulture).Year is var year && year >= minYear && year <= maxYear
            ? date
            : null,
    };

    /// <summary>An instant in UTC.</summary>
    public static readonly MemberType Instant = new(
        "An instant in UTC, such as 2027-01-31T15:04:05Z.", ProblemCode.InvalidFormat, Ordered, CanonicalInstant);

    /// <summary>true or false.</summary>
    public static readonly MemberType Flag = new(
        "true or false.", ProblemCode.InvalidValue, [FilterOperator.Equal], value => value is "true" or "false" ? value : null);

    /// <summary>An enumeration, by its codes.</summary>
    public static MemberType Codes<TEnum>()
        where TEnum : struct, Enum => new(
        $"One of {string.Join(", ", Code<TEnum>.All)}.",
        ProblemCode.InvalidValue,
        [FilterOperator.Equal, FilterOperator.In],
        value => Code<TEnum>.TryParse(value, out _) ? value : null);

    /// <summary>An id of a known form.</summary>
    public static MemberType Id(string pattern, string expectation)
    {
        var form = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        return new(
            expectation,
            ProblemCode.InvalidFormat,
            [FilterOperator.Equal, FilterOperator.In],
            value => form.IsMatch(value) && value[^1] != '\n' ? value : null);
    }

    private static string? CanonicalInstant(string value) =>
        value.EndsWith('Z')
        && DateTimeOffset.TryParseExact(
            value,
            ["yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFF'Z'"],
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var instant)
            ? instant.UtcDateTime.ToString(InstantJsonConverter.Format, CultureInfo.InvariantCulture)
            : null;
}
