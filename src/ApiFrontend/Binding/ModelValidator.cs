using System.Collections.Concurrent;
using System.Collections.Immutable;
using LoApi.Errors;

namespace LoApi.ApiFrontend.Binding;

/// <summary>Holds a model against what its own attributes say: required, length, format.</summary>
internal static class ModelValidator
{
    private static readonly ConcurrentDictionary<Type, ImmutableArray<ModelMember>> Members = new();

    public static ImmutableArray<MemberError> Validate(object model)
    {
        var errors = ImmutableArray.CreateBuilder<MemberError>();
        Validate(model, pointer: "", errors);
        return errors.DrainToImmutable();
    }

    private static void Validate(object model, string pointer, ImmutableArray<MemberError>.Builder errors)
    {
        foreach (var member in Members.GetOrAdd(model.GetType(), ModelMember.AllOf))
        {
            var value = member.Get(model);
            if (member.Check(value) is { } fault)
            {
                errors.Add(new($"{pointer}/{member.Name}", fault.Code, fault.Detail));
            }
            else if (value is not null && member.IsModel)
            {
                Validate(value, $"{pointer}/{member.Name}", errors);
            }
        }
    }
}
