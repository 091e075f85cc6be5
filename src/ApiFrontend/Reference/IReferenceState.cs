namespace LoApi.ApiFrontend.Reference;

/// <summary>Tells what this process holds of a table.</summary>
internal interface IReferenceState
{
    /// <summary>How it stands; null until the table is first asked for.</summary>
    ReferenceState? State { get; }
}
