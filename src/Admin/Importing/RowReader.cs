using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using LoApi.Users;

namespace LoApi.Admin.Importing;

/// <summary>Turns the values of one row into what the models hold, and collects everything that is wrong with them.</summary>
internal sealed class RowReader(TableRow row)
{
    private readonly List<string> _reasons = [];

    public long Line => row.Line;

    /// <summary>What is wrong so far; empty where nothing is.</summary>
    public IReadOnlyList<string> Reasons => _reasons;

    public void Refuse(string reason) => _reasons.Add(reason);

    /// <summary>A text, or null where there is none; whether that is allowed the model says.</summary>
    public string? Text(string column) => row[column];

    /// <summary><c>true</c>, <c>yes</c>, <c>1</c> or <c>false</c>, <c>no</c>, <c>0</c>, in any case.</summary>
    public bool Flag(string column)
    {
        switch (row[column]?.ToLowerInvariant())
        {
            case "true" or "yes" or "1":
                return true;
            case "false" or "no" or "0":
                return false;
            case null:
                Refuse($"{column} is missing");
                return false;
            default:
                Refuse($"{column} is '{row[column]}'; use true or false");
                return false;
        }
    }

    /// <summary>A calendar date, <c>YYYY-MM-DD</c>, or null where there is none.</summary>
    public DateOnly? Date(string column)
    {
        if (row[column] is not { } text)
        {
            return null;
        }

        if (DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date))
        {
            return date;
        }

        Refuse($"{column} is '{text}'; write a date like 2027-01-31");
        return null;
    }

    /// <summary>A member of an enum, by the name that it has in JSON.</summary>
    public T OneOf<T>(string column)
        where T : struct, Enum
    {
        var names = Names<T>.All;
        if (row[column] is not { } text)
        {
            Refuse($"{column} is missing");
        }
        else if (names.TryGetValue(text, out var value))
        {
            return value;
        }
        else
        {
            Refuse($"{column} is '{text}'; use one of {string.Join(", ", names.Keys)}");
        }

        return default;
    }

    /// <summary>Memberships as <c>19248:servicer|viewer;20001:viewer</c>: ordered by location, roles in order.</summary>
    public ImmutableArray<UserLocation> Memberships(string column)
    {
        var memberships = new SortedDictionary<string, UserLocation>(StringComparer.Ordinal);
        foreach (var text in (row[column] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (text.Split(':') is not [var id, var roles] || Roles(roles) is not { } parsed)
            {
                Refuse($"{column} has '{text}'; write memberships like 19248:servicer|viewer;20001:viewer");
            }
            else if (!memberships.TryAdd(id.Trim(), new UserLocation { LocationId = id.Trim(), Roles = parsed }))
            {
                Refuse($"{column} names location {id.Trim()} twice");
            }
        }

        return [.. memberships.Values];
    }

    private static ImmutableArray<string>? Roles(string text)
    {
        var roles = text.Split('|', StringSplitOptions.TrimEntries);
        return roles.All(IsRole) ? [.. roles.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)] : null;
    }

    private static bool IsRole(string text) =>
        text.Length is >= 1 and <= 40 && text.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c is '_' or '-');

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly IReadOnlyDictionary<string, T> All = typeof(T)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .ToDictionary(
                field => field.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()!.Name,
                field => (T)field.GetValue(null)!,
                StringComparer.OrdinalIgnoreCase);
    }
}
