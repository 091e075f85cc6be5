using System.Data.Common;
using System.Net.Sockets;
using Npgsql;

namespace LoApi.Storage.Tests.Oracle.Recorder;

/// <summary>An exception of Oracle's driver: the dialect reads its number, and those of the rows of an array, by name.</summary>
internal sealed class RecorderException(int number, string message, Exception? inner = null)
    : DbException($"ORA-{number:D5}: {message}", inner)
{
    private const int ErrorsInArray = 24381;

    public int Number { get; } = number;

    public IReadOnlyList<RecorderError> Errors { get; private init; } = [new(number)];

    /// <summary>What Oracle would have said where PostgreSQL said this.</summary>
    public static RecorderException From(Exception exception, bool ofArray = false)
    {
        var number = NumberOf(exception);
        return ofArray && number is 1 or 2290 or 2291 or 2292 or 1400 or 12899 or 1438
            ? new(ErrorsInArray, "error(s) in array DML", exception) { Errors = [new(ErrorsInArray), new(number)] }
            : new(number, exception.Message, exception);
    }

    private static int NumberOf(Exception exception) => exception switch
    {
        // What is not defined there is a type, or the index that a migration drops, which is as well where it is gone.
        PostgresException { SqlState: "42704", MessageText: var missing } => missing.StartsWith("index ", StringComparison.Ordinal) ? 1418 : 902,
        PostgresException { SqlState: var state } => state switch
        {
            "23505" => 1,
            "23503" => 2291,
            "23514" => 2290,
            "23502" => 1400,
            "22001" => 12899,
            "22003" => 1438,
            "40P01" => 60,
            "40001" => 8177,
            "55P03" => 54,
            "57014" => 1013,
            "57P01" or "57P02" or "57P03" => 1089,
            "28P01" or "28000" => 1017,
            "3D000" => 12514,
            "42P07" => 955,
            "42710" => 2264,
            "42701" => 1430,
            "42809" => 1702,
            "42P01" => 942,
            "42703" => 904,
            _ => 900,
        },
        NpgsqlException { InnerException: TimeoutException } or TimeoutException => 1013,
        NpgsqlException { InnerException: SocketException } => 12541,
        _ => 3113,
    };
}
