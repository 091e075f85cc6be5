using System.Collections.Frozen;
using LoApi.Storage.Importing;

namespace LoApi.Admin.Importing;

/// <summary>Rows of reference data: a file is the whole table, and its rows name no locations.</summary>
internal abstract class ReferenceImport<T> : TableImport<T>
    where T : class
{
    public sealed override bool OtherColumns => true;

    public sealed override bool Retires => true;

    public sealed override Task<IReadOnlySet<string>> KnownLocationsAsync(ExistingRows rows, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlySet<string>>(FrozenSet<string>.Empty);

    public sealed override IEnumerable<string> LocationsOf(T model) => [];
}
