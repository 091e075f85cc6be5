using System.Data;
using System.Globalization;
using Dapper;

namespace LoApi.Storage.Sql;

/// <summary>
/// How Dapper reads what the three drivers hand out. Dapper's handlers are global to the process, so they only read,
/// and take any driver's form; writing is the dialect's, through <see cref="Bindings"/>.
/// </summary>
internal static class TypeHandlers
{
    static TypeHandlers()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        SqlMapper.AddTypeHandler(new UuidHandler());
        SqlMapper.AddTypeHandler(new InstantHandler());
        SqlMapper.AddTypeHandler(new DateHandler());
    }

    /// <summary>Registers the handlers, once.</summary>
    public static void Register()
    {
        // The type's initialiser did.
    }

    private static InvalidOperationException WriteOnly() => new("Parameters are bound by Bindings.");

    private sealed class UuidHandler : SqlMapper.TypeHandler<Guid>
    {
        public override Guid Parse(object value) => Guid.ParseExact((string)value, "D");

        public override void SetValue(IDbDataParameter parameter, Guid value) => throw WriteOnly();
    }

    private sealed class InstantHandler : SqlMapper.TypeHandler<DateTimeOffset>
    {
        public override DateTimeOffset Parse(object value) => StoredValue.TryReadInstant(value, out var instant)
            ? instant
            : throw new InvalidDataException($"A {value.GetType().Name} that is no instant where one was expected.");

        public override void SetValue(IDbDataParameter parameter, DateTimeOffset value) => throw WriteOnly();
    }

    private sealed class DateHandler : SqlMapper.TypeHandler<DateOnly>
    {
        public override DateOnly Parse(object value) => value switch
        {
            string text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            DateTime time => DateOnly.FromDateTime(time),
            DateOnly date => date,
            _ => throw new InvalidDataException($"A {value.GetType().Name} where a date was expected."),
        };

        public override void SetValue(IDbDataParameter parameter, DateOnly value) => throw WriteOnly();
    }
}
