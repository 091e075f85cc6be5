using System.Text.RegularExpressions;
using LoApi.Fixtures;
using LoApi.Storage.Tests.Conformance;

namespace LoApi.Storage.Tests.Oracle.Statements;

/// <summary>Every statement on file passes every check, and each check finds what is wrong.</summary>
public sealed partial class OracleStatementTests
{
    // What is searched without an index, and why that is as well.
    private static readonly (string Statement, string Why)[] Unindexed =
    [
        ("SELECT COUNT(*)\nFROM SCHEMA_MIGRATION", "A few rows; counted by the health check."),
        ("SELECT migration_number, checksum\nFROM SCHEMA_MIGRATION", "A few rows, once per start."),
        ("SELECT COALESCE(SUM(chain_position), 0)\nFROM AUDIT_HEAD", "Four rows."),
        ("\n  AND change_id IN (SELECT change_id FROM AUDIT_RECORD)", "By the two primary keys; a few rows wait, and it is met after a failure only."),
        ("FROM REFERENCE_VERSION v\nLEFT JOIN ", "A whole table is what is asked for; it is kept in memory."),
        ("DELETE FROM COUNTRY", "An import replaces the whole table."),
        ("FROM AUDIT_OUTBOX\nWHERE change_id IN (", "What waits to be chained, which is little; asked after a cut-off commit only."),
        ("SELECT location_id\nFROM LO_LOCATION", "An import asks for all keys."),
        ("SELECT user_id\nFROM LO_USER", "An import asks for all keys."),
        ("SELECT sba_loan_number\nFROM LOAN", "An import asks for all keys."),
        ("SELECT issuer || ' ' || subject", "An import asks for all keys."),
        ("SELECT alpha2\nFROM COUNTRY", "An import asks for all keys."),
        ("SELECT franchise_code\nFROM FRANCHISE", "An import asks for all keys."),
        ("SELECT naics_code\nFROM NAICS_CODE", "An import asks for all keys."),
        ("UPDATE API_CLIENT\nSET client_status = 'disabled'", "Once, by a migration."),
        ("SELECT client_id\nFROM API_CLIENT", "All clients, which are few."),
        ("FROM API_CLIENT c\nLEFT JOIN CLIENT_SCOPE s ON s.client_id = c.client_id\nLEFT JOIN", "All clients, which are few."),
        ("SELECT client_id, key_id, ciphertext\nFROM CLIENT_KEY", "All keys, which are few: rotation of the master key."),
        ("COUNT(*) AS counted\nFROM STAT_PAYOFF", "Statistics count whole tables, within Storage:StatsTimeoutSeconds."),
        ("COUNT(*) AS counted\nFROM STAT_REQUEST", "Statistics count whole tables, within Storage:StatsTimeoutSeconds."),
        ("COUNT(*) AS counted\nFROM LO_LOCATION", "Statistics count whole tables, within Storage:StatsTimeoutSeconds."),
        ("COUNT(DISTINCT u.user_id) AS counted\nFROM LO_USER u", "Statistics count whole tables, within Storage:StatsTimeoutSeconds."),
        ("FROM OPERATOR_KEY\nORDER BY", "All keys of operators, which are few."),
    ];

    private static readonly Dictionary<string, Func<StatementOnFile, IEnumerable<string>>> Checks = new(StringComparer.Ordinal)
    {
        [nameof(OracleChecks.ReservedNames)] = OracleChecks.ReservedNames,
        [nameof(OracleChecks.LongNames)] = OracleChecks.LongNames,
        [nameof(OracleChecks.Binds)] = OracleChecks.Binds,
        [nameof(OracleChecks.ForeignWords)] = OracleChecks.ForeignWords,
        [nameof(OracleChecks.EmptyTexts)] = OracleChecks.EmptyTexts,
        [nameof(OracleChecks.Ends)] = OracleChecks.Ends,
        [nameof(OracleChecks.LongLists)] = OracleChecks.LongLists,
        [nameof(OracleChecks.Conversions)] = OracleChecks.Conversions,
        [nameof(OracleChecks.Searches)] = SearchesBut,
    };

    public static TheoryData<string> CheckNames => [.. Checks.Keys];

    // A statement that is wrong in one way each, after a line with its binds where it has any.
    public static TheoryData<string, string, string> Wrong => new()
    {
        { nameof(OracleChecks.ReservedNames), "SELECT l.level FROM LOAN l", "" },
        { nameof(OracleChecks.ReservedNames), "CREATE TABLE AUDIT (id NUMBER(10))", "" },
        { nameof(OracleChecks.ReservedNames), "CREATE TABLE LO_SIZE (size NUMBER(10))", "" },
        { nameof(OracleChecks.ReservedNames), "CREATE INDEX SESSION ON LOAN (program)", "" },
        { nameof(OracleChecks.ReservedNames), "SELECT id FROM PAYOFF WHERE id = :user", "user Varchar2" },
        { nameof(OracleChecks.ReservedNames), "INSERT INTO LOAN (sba_loan_number, date) VALUES (:a, :b)", "a Varchar2, b Varchar2" },
        { nameof(OracleChecks.ReservedNames), "CREATE OR REPLACE FUNCTION F(type IN NUMBER) RETURN NUMBER IS BEGIN RETURN 1; END;", "" },
        { nameof(OracleChecks.ReservedNames), "CREATE VIEW SESSION AS SELECT id FROM PAYOFF", "" },
        { nameof(OracleChecks.ReservedNames), "CREATE VIEW V AS SELECT id AS level FROM PAYOFF", "" },
        { nameof(OracleChecks.ReservedNames), "CREATE TABLE LO_CHANGE (ora_rowscn NUMBER(10))", "" },
        { nameof(OracleChecks.ReservedNames), "CREATE INDEX SYS_LOAN_IX ON LOAN (program)", "" },
        { nameof(OracleChecks.LongNames), "CREATE INDEX PAYOFF_BY_THE_USER_WHO_ASKED_FOR_IT ON PAYOFF (requested_by)", "" },
        { nameof(OracleChecks.Binds), "SELECT id FROM PAYOFF WHERE id = :a OR sba_loan_number = :a", "a Varchar2, a Varchar2" },
        { nameof(OracleChecks.Binds), "SELECT id FROM PAYOFF WHERE id = :a AND version = :b", "b Int64, a Varchar2" },
        { nameof(OracleChecks.Binds), "SELECT id FROM PAYOFF WHERE id = :a AND version = :b", "a Varchar2" },
        { nameof(OracleChecks.ForeignWords), "SELECT id FROM PAYOFF LIMIT 5", "" },
        { nameof(OracleChecks.ForeignWords), "SELECT id FROM PAYOFF ORDER BY id OFFSET 5 ROWS FETCH NEXT 5 ROWS ONLY", "" },
        { nameof(OracleChecks.ForeignWords), "DELETE FROM PAYOFF WHERE id = :a RETURNING id", "a Varchar2" },
        { nameof(OracleChecks.ForeignWords), "INSERT INTO NAICS_CODE (naics_code, title) VALUES (:a, :b) ON CONFLICT DO NOTHING", "a Varchar2, b Varchar2" },
        { nameof(OracleChecks.ForeignWords), "SELECT user_id FROM LO_USER WHERE user_name ILIKE :a", "a Varchar2" },
        { nameof(OracleChecks.ForeignWords), "SELECT user_id FROM LO_USER WHERE active = TRUE", "" },
        { nameof(OracleChecks.ForeignWords), "UPDATE PAYOFF SET updated_at = now() WHERE id = :a", "a Varchar2" },
        { nameof(OracleChecks.ForeignWords), "SELECT id FROM PAYOFF WHERE id = :a::text", "a Varchar2" },
        { nameof(OracleChecks.ForeignWords), "SELECT \"id\" FROM PAYOFF", "" },
        { nameof(OracleChecks.ForeignWords), "CREATE TABLE IF NOT EXISTS T (a NUMBER(10))", "" },
        { nameof(OracleChecks.EmptyTexts), "SELECT user_id FROM LO_USER WHERE phone <> ''", "" },
        { nameof(OracleChecks.Ends), "SELECT location_id FROM LO_LOCATION;", "" },
        { nameof(OracleChecks.Ends), "CREATE OR REPLACE FUNCTION F(a IN NUMBER) RETURN NUMBER IS BEGIN RETURN 1; END", "" },
        { nameof(OracleChecks.LongLists), $"SELECT id FROM PAYOFF WHERE id IN ({string.Join(", ", Enumerable.Repeat("'a'", 1001))})", "" },
        { nameof(OracleChecks.Conversions), "SELECT id FROM PAYOFF WHERE sba_loan_number = 1234567890", "" },
        { nameof(OracleChecks.Conversions), "SELECT id FROM PAYOFF WHERE version = :a", "a Varchar2" },
        { nameof(OracleChecks.Conversions), "SELECT id FROM PAYOFF WHERE payoff_date = :a", "a TimeStamp" },
        { nameof(OracleChecks.Conversions), "SELECT id FROM PAYOFF WHERE created_at < :a", "a Date" },
        { nameof(OracleChecks.Conversions), "SELECT id FROM PAYOFF WHERE status IN ('open', 7)", "" },
        { nameof(OracleChecks.Conversions), "UPDATE PAYOFF SET payoff_date = '2026-11-22' WHERE id = :a", "a Varchar2" },
        { nameof(OracleChecks.Conversions), "INSERT INTO LOAN (sba_loan_number, location_id, program) VALUES (:a, :b, 7)", "a Varchar2, b Varchar2" },
        { nameof(OracleChecks.Conversions), "INSERT INTO LO_RESOURCE (id, document) VALUES (:a, :b)", "a Varchar2, b Varchar2" },
        { nameof(OracleChecks.Conversions), "MERGE INTO LOAN t USING (SELECT :a AS sba_loan_number FROM DUAL) r ON (t.sba_loan_number = r.sba_loan_number) WHEN NOT MATCHED THEN INSERT (sba_loan_number) VALUES (r.sba_loan_number)", "a Int32" },
        { nameof(OracleChecks.Conversions), "SELECT ORLEANS_INSERT_VERSION(:a) AS RESULT FROM DUAL", "a Int32" },
        { nameof(OracleChecks.Conversions), "CREATE TABLE T (a VARCHAR2(4 CHAR) DEFAULT 0 NOT NULL)", "" },
        { nameof(OracleChecks.Conversions), "ALTER TABLE LOAN ADD CONSTRAINT LOAN_CK CHECK (program IN (7))", "" },
        { nameof(OracleChecks.Conversions), "SELECT id FROM PAYOFF WHERE :a IS NULL", "a Varchar2" },
        { nameof(OracleChecks.Conversions), "SELECT id FROM STAT_PAYOFF WHERE created_at < :a", "a Date" },
        { nameof(OracleChecks.Conversions), "SELECT id FROM STAT_PAYOFF WHERE created_month = :a", "a TimeStamp" },
        { nameof(OracleChecks.Conversions), "SELECT TO_CHAR(status, 'YYYY-MM') AS a FROM PAYOFF", "" },
        { nameof(OracleChecks.Conversions), "SELECT CASE WHEN active = 1 THEN 'true' ELSE 0 END AS a FROM LO_USER", "" },
        { nameof(OracleChecks.Conversions), "SELECT id FROM PAYOFF WHERE 1 = '1'", "" },
        { nameof(OracleChecks.Conversions), "CREATE OR REPLACE FUNCTION F(p_version IN NUMBER) RETURN NUMBER IS BEGIN DELETE FROM PAYOFF WHERE id = p_version; RETURN 1; END;", "" },
        { nameof(OracleChecks.Searches), "SELECT id FROM PAYOFF WHERE escrow_company = :a", "a Varchar2" },
        { nameof(OracleChecks.Searches), "SELECT id FROM PAYOFF WHERE (id = :a OR reason = :b)", "a Varchar2, b Varchar2" },
        { nameof(OracleChecks.Searches), "SELECT id FROM PAYOFF ORDER BY contact_name FETCH FIRST :a ROWS ONLY", "a Int32" },
        { nameof(OracleChecks.Searches), "UPDATE PAYOFF SET status = :a WHERE reason = :b", "a Varchar2, b Varchar2" },
        { nameof(OracleChecks.Searches), "SELECT id FROM STAT_PAYOFF WHERE created_month = :a", "a Varchar2" },
        { nameof(OracleChecks.Searches), "SELECT id FROM PAYOFF WHERE id = :a OR reason = :b", "a Varchar2, b Varchar2" },
        { nameof(OracleChecks.Searches), "SELECT CASE WHEN id = :a THEN 1 ELSE 0 END AS a FROM PAYOFF", "a Varchar2" },
        { nameof(OracleChecks.Searches), "SELECT p.id FROM PAYOFF p JOIN LO_LOCATION l ON l.location_id = p.location_id", "" },
        { nameof(OracleChecks.Searches), "SELECT p.id FROM PAYOFF p JOIN LO_LOCATION l ON l.location_id = p.location_id WHERE p.reason = :a", "a Varchar2" },
        { nameof(OracleChecks.Searches), "SELECT p.id FROM PAYOFF p LEFT JOIN LO_LOCATION l ON l.location_id = p.location_id AND l.location_id = :a", "a Varchar2" },
        { nameof(OracleChecks.Searches), "SELECT l.location_id FROM LO_LOCATION l WHERE EXISTS (SELECT 1 FROM PAYOFF p WHERE p.location_id = l.location_id)", "" },
        { nameof(OracleChecks.Searches), "SELECT p.id FROM PAYOFF p LEFT JOIN LOAN l ON l.program = p.program WHERE p.id = :a", "a Varchar2" },
    };

    [Theory]
    [MemberData(nameof(CheckNames))]
    public void Statements_OnFile_Pass(string check)
    {
        Assert.True(StatementFile.Statements.Length > 250, "The statements were not found.");
        var wrong = StatementFile.Statements
            .SelectMany(statement => Checks[check](statement).Select(problem => $"{problem}\n{statement.Text}"));
        Assert.True(!wrong.Any(), string.Join("\n\n", wrong));
    }

    // As many words as the lists of Oracle's documentation have: see OracleWords.
    [Fact]
    public void ReservedWords_AreAllOfTheDocumentation() =>
        Assert.Equal((111, 85), (OracleWords.Reserved.Count, OracleWords.ReservedInPlSql.Count));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Statement_ThatIsWrong_IsFound(string check, string statement, string binds)
    {
        var file = StatementFile.Parse($"-- outside of transactions{(binds.Length == 0 ? "" : ": " + binds)}\n{statement}\n/\n");
        Assert.NotEmpty(Checks[check](Assert.Single(file)));
    }

    [Fact]
    public void Exceptions_FromTheSearch_AreAllMet() => Assert.All(
        Unindexed,
        unindexed => Assert.Contains(
            StatementFile.Statements,
            statement => statement.Text.Contains(unindexed.Statement, StringComparison.Ordinal) && OracleChecks.Searches(statement).Any()));

    [Fact]
    public void ForeignKeys_OfTheSchema_HaveAnIndex()
    {
        Assert.True(OracleSchema.Current.Tables.Values.Sum(table => table.ForeignKeys.Count) >= 6, "The keys were not found.");
        Assert.Empty(OracleChecks.ForeignKeysWithoutIndex(OracleSchema.Current));
    }

    [Fact]
    public void ForeignKey_WithoutAnIndex_IsFound() =>
        Assert.Equal(
            ["LOAN_FK of LOAN has no index"],
            OracleChecks.ForeignKeysWithoutIndex(OracleSchema.Of(["CREATE TABLE LOAN (location_id VARCHAR2(7 CHAR), CONSTRAINT LOAN_FK FOREIGN KEY (location_id) REFERENCES LO_LOCATION (location_id))"])));

    [Fact]
    public void Statements_OfOrleans_AreAllOnFile()
    {
        string[] scripts = [.. OracleSchema.Definitions.Where(statement => statement.Contains("Orleans", StringComparison.OrdinalIgnoreCase))];
        var file = StatementFile.Statements.Select(statement => statement.Text).ToHashSet(StringComparer.Ordinal);
        Assert.All(scripts, script => Assert.Contains(script, file));
        Assert.All(OrleansStatements.All, statement => Assert.Contains(statement.Text, file));
        Assert.Equal(scripts.Count(script => script.StartsWith("INSERT INTO OrleansQuery", StringComparison.Ordinal)), OrleansStatements.All.Count());
        Assert.Equal(3, scripts.Count(script => script.StartsWith("CREATE OR REPLACE FUNCTION", StringComparison.Ordinal)));
    }

    [GrammarFact]
    public async Task Statements_OnFile_Parse()
    {
        // Parsing is slow: a choice of them has every sequence of three tokens, names aside. What the grammar does not know is
        // left out. The last ones show that it finds anything.
        string[] statements = [.. OracleForm.ChooseFrom(StatementFile.Statements
            .Where(statement => !statement.Text.StartsWith("ALTER SESSION SET DDL_LOCK_TIMEOUT", StringComparison.Ordinal)) // A number is no value to it there.
            .Select(statement => WithoutCounted(statement.Text)))];
        string[] wrong = ["SELECT id FROM PAYOFF WHERE id = = :a", "SELECT id FROM PAYOFF LIMIT 5", "INSERT INTO LOAN (program) VALUES :a", "CREATE TABLE T (a NUMBER(10),)"];
        Assert.InRange(statements.Length, 40, 120);
        var faults = await OracleGrammar.ParseAsync([.. statements, .. wrong]);
        Assert.All(faults[^wrong.Length..], Assert.NotEmpty);
        Assert.Empty(faults.Zip(statements).Where(pair => pair.First.Length > 0).Select(pair => $"{pair.First[0]}\n{pair.Second}"));
    }

    [Fact]
    public void Statements_InTheSource_AreAllOnFile()
    {
        // A statement's text is cut at what is put into it; each piece must stand in one of those on file.
        var file = string.Join('\n', StatementFile.Statements.Select(statement => statement.Text));
        var missing = Directory.EnumerateFiles(Repository.File("src/Storage"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.EndsWith("SqliteDialect.cs", StringComparison.Ordinal) && !path.EndsWith("PostgreSqlDialect.cs", StringComparison.Ordinal) && !path.EndsWith("SqliteCheckpoints.cs", StringComparison.Ordinal))
            .SelectMany(path => Literal().Matches(File.ReadAllText(path)).Select(literal => (Path: path, Lines: Lines(literal.Groups["text"].Value))))
            .Where(literal => literal.Lines.FirstOrDefault() is { } first && Statement().IsMatch(first))
            .Where(literal => !literal.Lines.All(line => Hole().Split(line).All(piece => file.Contains(piece, StringComparison.Ordinal))))
            .Select(literal => $"{Path.GetFileName(literal.Path)}: {string.Join('\n', literal.Lines)}");
        Assert.Empty(missing);
    }

    [Fact]
    public void Suites_OfAllDialects_HaveTheSameTests()
    {
        var suite = typeof(StorageConformance).GetMethods().Count(method => method.IsDefined(typeof(DialectFactAttribute), inherit: true));
        Assert.True(suite > 130);
        Assert.All(
            [typeof(SqliteConformanceTests), typeof(PostgreSqlConformanceTests), typeof(OracleConformanceTests), typeof(RecorderConformanceTests)],
            type => Assert.Equal(suite, type.GetMethods().Count(method => method.DeclaringType == typeof(StorageConformance) && method.IsDefined(typeof(DialectFactAttribute), inherit: true))));
    }

    private static IEnumerable<string> SearchesBut(StatementOnFile statement) =>
        Unindexed.Any(unindexed => statement.Text.Contains(unindexed.Statement, StringComparison.Ordinal)) ? [] : OracleChecks.Searches(statement);

    // The grammar takes this name for a keyword, which is not among the words that Oracle reserves: see OracleWords.
    private static string WithoutCounted(string statement) => statement.Replace(" AS counted", " AS counted_rows", StringComparison.Ordinal);

    private static string[] Lines(string literal) =>
        [.. literal.Split('\n').Select(line => line.Trim()).Where(line => line.Length > 0)];

    [GeneratedRegex("\"\"\"\n(?<text>.*?)\n *\"\"\"", RegexOptions.Singleline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Literal();

    [GeneratedRegex("^(SELECT|INSERT|UPDATE|DELETE|MERGE|CREATE|FROM)\\b", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Statement();

    [GeneratedRegex(@"\{.*\}", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Hole();
}
