using System.Collections.Immutable;
using LoApi.Errors;

namespace LoApi.ApiFrontend.Lists;

/// <summary>The query parameters of an endpoint, all of them: any other is refused.</summary>
internal sealed record QueryParameters(ImmutableArray<QueryParameter> Known)
{
    private const int MaxErrors = 100;
    private const int MaxNameLength = 64;

    /// <summary>What is wrong with the names in a query; null where nothing is.</summary>
    public Failure? Check(IQueryCollection query)
    {
        var errors = ImmutableArray.CreateBuilder<MemberError>();
        var seen = new HashSet<QueryParameter>();
        foreach (var (name, values) in query)
        {
            if (Known.FirstOrDefault(known => known.IsNamed(name)) is not { } parameter)
            {
                errors.Add(new(Shorten(name), ErrorCode.UnknownParameter, Known.IsEmpty
                    ? "There are no query parameters here."
                    : $"Known are: {string.Join(", ", Known.Select(known => known.Name))}."));
            }
            else if (!seen.Add(parameter) || values.Count != 1)
            {
                errors.Add(new(parameter.Name, ErrorCode.DuplicateParameter, "Give the parameter once."));
            }
        }

        return errors.Count == 0 ? null : Invalid([.. errors.Take(MaxErrors)]);
    }

    /// <summary>The failure of a parameter whose value cannot be understood.</summary>
    public static Failure Invalid(QueryParameter parameter, string code, string detail) =>
        Invalid([new(parameter.Name, code, detail)]);

    /// <summary>The failure of several parameters.</summary>
    public static Failure Invalid(ImmutableArray<MemberError> errors) =>
        new(ErrorCode.InvalidParameter, "Query parameters cannot be understood.", errors);

    private static string Shorten(string name) => name.Length > MaxNameLength ? name[..MaxNameLength] + "…" : name;
}
