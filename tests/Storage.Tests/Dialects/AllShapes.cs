using System.Reflection;
using LoApi.Storage.Sql;

namespace LoApi.Storage.Tests.Dialects;

/// <summary>Every statement that storage writes rows with: whatever static property or field holds a shape.</summary>
internal static class AllShapes
{
    public static IReadOnlyList<RowShape> List { get; } =
    [
        .. typeof(RowShape).Assembly.GetTypes()
            .Where(type => !type.ContainsGenericParameters)
            .SelectMany(type => type.GetFields(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Where(field => field.FieldType == typeof(RowShape)) // A property is one too, by what the compiler keeps it in.
            .Select(field => (RowShape)field.GetValue(null)!),
    ];
}
