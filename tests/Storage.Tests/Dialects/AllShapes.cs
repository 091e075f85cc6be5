using System.Reflection;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Tests.Dialects;

/// <summary>Every statement that storage writes rows with: whatever static property holds a shape.</summary>
internal static class AllShapes
{
    public static IReadOnlyList<RowShape> List { get; } =
    [
        .. typeof(RowShape).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(property => property.PropertyType == typeof(RowShape))
            .Select(property => (RowShape)property.GetValue(null)!),
    ];
}
