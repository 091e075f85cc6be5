using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;

namespace LoApi.Admin.Importing;

/// <summary>Holds a model against the rules that its own attributes state, and says what is broken in an operator's words.</summary>
internal static class ModelRules
{
    private const int MaxQuoted = 40;

    /// <summary>Adds what is wrong with <paramref name="model"/> to the reader; a member's column is its JSON name.</summary>
    public static void Check<T>(T model, RowReader reader)
        where T : class
    {
        foreach (var (member, column, rules) in Members<T>.All)
        {
            var value = member.GetValue(model);
            foreach (var rule in rules)
            {
                if (!rule.IsValid(value))
                {
                    reader.Refuse($"{column} {Explain(rule, value)}");
                    break;
                }
            }
        }
    }

    private static string Explain(ValidationAttribute rule, object? value) => rule switch
    {
        RequiredAttribute => "is missing",
        StringLengthAttribute length when value is string text && text.Length > length.MaximumLength =>
            $"has {text.Length} characters; {length.MaximumLength} are allowed",
        StringLengthAttribute length => $"is '{value}', which is shorter than {length.MinimumLength} characters",
        RegularExpressionAttribute form => $"is '{Shorten(value)}', which has not the form {form.Pattern}",
        _ => $"is '{Shorten(value)}', which is not allowed",
    };

    private static string? Shorten(object? value) =>
        value?.ToString() is { Length: > MaxQuoted } text ? text[..MaxQuoted] + "…" : value?.ToString();

    private static class Members<T>
    {
        // Required first: what is missing is told as such.
        public static readonly IReadOnlyList<(PropertyInfo Member, string Column, ValidationAttribute[] Rules)> All =
        [
            .. from member in typeof(T).GetProperties(BindingFlags.Public | BindingFlags.Instance)
               let rules = member.GetCustomAttributes<ValidationAttribute>().OrderBy(rule => rule is not RequiredAttribute).ToArray()
               where rules.Length > 0
               select (member, JsonNamingPolicy.SnakeCaseLower.ConvertName(member.Name), rules),
        ];
    }
}
