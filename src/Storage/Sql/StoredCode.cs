using LoApi.Json;

namespace LoApi.Storage.Sql;

/// <summary>Reads the codes of enumerations; they are written by <see cref="Code{TEnum}"/>, as in JSON.</summary>
internal static class StoredCode
{
    /// <summary>The value of a code. Throws <see cref="InvalidDataException"/> for one that this version does not know.</summary>
    public static TEnum Parse<TEnum>(string code)
        where TEnum : struct, Enum =>
        Code<TEnum>.TryParse(code, out var value)
            ? value
            : throw new InvalidDataException($"The database holds a {typeof(TEnum).Name} that this version does not know.");
}
