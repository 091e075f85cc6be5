using System.ComponentModel.DataAnnotations;

namespace LoApi.Storage.Tests.Demonstration;

/// <summary>The rules that a model states itself, by its attributes.</summary>
internal static class ModelRules
{
    public static IEnumerable<string?> Broken(object model)
    {
        var results = new List<ValidationResult>();
        Validator.TryValidateObject(model, new ValidationContext(model), results, validateAllProperties: true);
        return results.Select(result => result.ErrorMessage);
    }
}
