using System.Data;
using System.Data.Common;
using Dapper;
using LoApi.Storage.Dialects;

namespace LoApi.Storage.Sql;

/// <summary>
/// The parameters of a query, in the order in which they stand in its text: a driver that binds by position
/// (ODP.NET's default) and one that binds by name get the same.
/// </summary>
internal sealed class Bindings : SqlMapper.IDynamicParameters
{
    private readonly List<(string Name, ColumnKind Kind, object Value)> _values = [];
    private IDialect? _dialect;

    public Bindings Text(string name, string value) => Add(name, ColumnKind.Text, value);

    public Bindings Uuid(string name, Guid value) => Add(name, ColumnKind.Uuid, value);

    public Bindings Instant(string name, DateTimeOffset value) => Add(name, ColumnKind.Instant, value);

    public Bindings Date(string name, DateOnly value) => Add(name, ColumnKind.Date, value);

    public Bindings Bool(string name, bool value) => Add(name, ColumnKind.Bool, value);

    public Bindings Int(string name, int value) => Add(name, ColumnKind.Int, value);

    public Bindings Long(string name, long value) => Add(name, ColumnKind.Long, value);

    /// <summary>One more than the page holds: it tells whether there is a next page.</summary>
    public Bindings RowLimit(int limit) => Int("row_limit", limit + 1);

    public Bindings For(IDialect dialect)
    {
        _dialect = dialect;
        return this;
    }

    /// <summary>Gives a statement of a batch its parameters.</summary>
    public void AddTo(DbBatchCommand command, IDialect dialect) => Add(command.Parameters, command.CreateParameter, dialect);

    void SqlMapper.IDynamicParameters.AddParameters(IDbCommand command, SqlMapper.Identity identity)
    {
        var target = (DbCommand)command;
        _dialect!.Prepare(target);
        Add(target.Parameters, target.CreateParameter, _dialect);
    }

    private void Add(DbParameterCollection parameters, Func<DbParameter> create, IDialect dialect)
    {
        foreach (var (name, kind, value) in _values)
        {
            var parameter = create();
            parameter.ParameterName = name;
            dialect.Bind(parameter, kind, value);
            parameters.Add(parameter);
        }
    }

    private Bindings Add(string name, ColumnKind kind, object value)
    {
        _values.Add((name, kind, value));
        return this;
    }
}
