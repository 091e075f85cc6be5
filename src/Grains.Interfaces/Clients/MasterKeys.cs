namespace LoApi.Clients;

/// <summary>The master keys that clients' keys are encrypted with: one for what is encrypted today, others that only decrypt.</summary>
public sealed class MasterKeys(MasterKey current, params IEnumerable<MasterKey> retired)
{
    private readonly MasterKey[] _all = [current, .. retired];

    /// <summary>The one that encrypts.</summary>
    public MasterKey Current => current;

    /// <summary>The one of this id, or null.</summary>
    public MasterKey? Find(string id) => Array.Find(_all, key => string.Equals(key.Id, id, StringComparison.Ordinal));
}
