using System.Collections.Frozen;
using LoApi.Storage.Importing;

namespace LoApi.Admin.Importing;

/// <summary>How the rows of one kind of file become models, and the models rows of the database.</summary>
internal abstract class TableImport<T>
    where T : class
{
    /// <summary>The columns, each of which the file must have.</summary>
    public abstract IReadOnlyList<string> Columns { get; }

    /// <summary>What publishers call the columns: names in lower case, to the columns that they mean.</summary>
    public virtual IReadOnlyDictionary<string, string> Aliases => FrozenDictionary<string, string>.Empty;

    /// <summary>Whether the file may have columns beside these; they are not read.</summary>
    public virtual bool OtherColumns => false;

    /// <summary>Whether rows that are in the database and not in the file go.</summary>
    public virtual bool Retires => false;

    /// <summary>How the file's header looks.</summary>
    public TableLayout Layout => new(Columns, Aliases, OtherColumns);

    /// <summary>What only one row of a file may say: the column and, of a model, its value.</summary>
    public abstract (string Column, string Value) Key(T model);

    /// <summary>The keys of the rows that are in the database.</summary>
    public abstract Task<IReadOnlySet<string>> ExistingKeysAsync(ExistingRows rows, CancellationToken cancellation);

    /// <summary>The locations that rows may name; empty where rows of this kind name none.</summary>
    public virtual Task<IReadOnlySet<string>> KnownLocationsAsync(ExistingRows rows, CancellationToken cancellation) =>
        rows.LocationIdsAsync(cancellation);

    /// <summary>The locations that a model names.</summary>
    public abstract IEnumerable<string> LocationsOf(T model);

    /// <summary>Makes the model and tells the reader what is wrong with it; where anything is, the model is not used.</summary>
    public abstract T Read(RowReader row);

    /// <summary>What there is to say of the rows beyond their number; null where that is nothing.</summary>
    public virtual string? Summary(IReadOnlyList<T> models) => null;

    /// <summary>What to write.</summary>
    public abstract ImportSet ToSet(IReadOnlyList<T> models);
}
