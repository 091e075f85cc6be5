using System.Text.Json;
using System.Text.Json.Serialization;
using LoApi.Clients;

namespace LoApi.Silo;

/// <summary>What a developer calls as the client <c>demo</c> with: kept in a file that only the developer may read.</summary>
/// <param name="ClientId">The client's id.</param>
/// <param name="KeyId">Its key's id.</param>
/// <param name="Key">Its key, base64.</param>
public sealed record DemonstrationCredentials(
    [property: JsonPropertyName("client_id")] string ClientId,
    [property: JsonPropertyName("key_id")] string KeyId,
    [property: JsonPropertyName("key")] string Key)
{
    /// <summary>The client's id.</summary>
    public const string Client = "demo";

    private const string FileName = "demo-client.json";

    /// <summary>Those of the folder; null where it holds none.</summary>
    public static DemonstrationCredentials? Read(string folder)
    {
        var path = Path.Combine(folder, FileName);
        return File.Exists(path) ? JsonSerializer.Deserialize<DemonstrationCredentials>(File.ReadAllText(path)) : null;
    }

    /// <summary>A token that holds for five minutes.</summary>
    public string SignToken(DateTimeOffset now, string userId, string locationId) =>
        ClientToken.Sign(ClientId, KeyId, Convert.FromBase64String(Key), now, userId, locationId);

    internal static bool TryCreate(string folder, NewClientKey key) => PrivateFile.TryCreate(Path.Combine(folder, FileName), Text(key));

    internal static void Replace(string folder, NewClientKey key) => PrivateFile.Replace(Path.Combine(folder, FileName), Text(key));

    private static string Text(NewClientKey key) =>
        JsonSerializer.Serialize(new DemonstrationCredentials(Client, key.KeyId, key.Secret)) + "\n";
}
