using System.Collections.Immutable;
using System.ComponentModel.DataAnnotations;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using LoApi.Errors;

namespace LoApi.ApiFrontend.Binding;

/// <summary>One member of a model with the attributes that constrain it.</summary>
internal sealed class ModelMember
{
    private static readonly TimeSpan MatchTimeout = TimeSpan.FromSeconds(1);

    private readonly PropertyInfo _property;
    private readonly bool _required;
    private readonly StringLengthAttribute? _length;
    private readonly Regex? _format;

    private ModelMember(PropertyInfo property)
    {
        _property = property;
        _required = property.IsDefined(typeof(RequiredAttribute));
        _length = property.GetCustomAttribute<StringLengthAttribute>();
        _format = property.GetCustomAttribute<RegularExpressionAttribute>() is { } format
            ? new Regex(format.Pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.Compiled, MatchTimeout)
            : null;
        Name = JsonNamingPolicy.SnakeCaseLower.ConvertName(property.Name);
        IsModel = property.PropertyType is { IsClass: true } type
            && type != typeof(string)
            && !type.IsDefined(typeof(JsonConverterAttribute)); // What has a converter of its own is one value.
    }

    /// <summary>The name in JSON.</summary>
    public string Name { get; }

    /// <summary>Whether the member is a model of its own.</summary>
    public bool IsModel { get; }

    public static ImmutableArray<ModelMember> AllOf(Type model) =>
        [.. model.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => new ModelMember(property))];

    public object? Get(object model) => _property.GetValue(model);

    /// <summary>What is wrong with the value, or null.</summary>
    public (string Code, string Detail)? Check(object? value) => value switch
    {
        null when _required => (ProblemCode.Required, "The member must be there and not null."),
        string text => CheckText(text),
        _ => null,
    };

    private (string Code, string Detail)? CheckText(string text)
    {
        if (text.Length > _length?.MaximumLength)
        {
            return (ProblemCode.TooLong, $"At most {_length.MaximumLength} characters.");
        }

        if (text.Length < _length?.MinimumLength)
        {
            return (ProblemCode.TooShort, _length.MinimumLength == 1
                ? "Not empty: leave the member out, or send null."
                : $"At least {_length.MinimumLength} characters.");
        }

        if (text.Any(char.IsControl))
        {
            return (ProblemCode.InvalidFormat, "No control characters.");
        }

        return _format is not null && !_format.IsMatch(text)
            ? (ProblemCode.InvalidFormat, $"Text that matches {_format}.")
            : null;
    }
}
