using System.Text.Json.Serialization;

namespace LoApi.Json;

/// <summary>An enumeration as its code (<see cref="JsonStringEnumMemberNameAttribute"/>); its numbers are nobody's business.</summary>
public sealed class CodeJsonConverter<TEnum>() : JsonStringEnumConverter<TEnum>(namingPolicy: null, allowIntegerValues: false)
    where TEnum : struct, Enum;
