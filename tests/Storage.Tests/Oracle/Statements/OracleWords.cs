using System.Collections.Frozen;

namespace LoApi.Storage.Tests.Oracle.Statements;

/// <summary>Words that name nothing.</summary>
internal static class OracleWords
{
    /// <summary>
    /// What may not be an identifier without quotes, nor the name of a bind (ORA-01745): all of the list "Oracle SQL Reserved
    /// Words" of the SQL Language Reference
    /// (https://docs.oracle.com/en/database/oracle/oracle-database/19/sqlrf/Oracle-SQL-Reserved-Words.html), as it stands in
    /// 11.2 and in 23: the words of V$RESERVED_WORDS that are reserved always (RESERVED = 'Y') or for a use (RES_TYPE,
    /// RES_ATTR, RES_SEMI). The view's other words are keywords, which may name things (appendix E, "Oracle SQL Keywords").
    /// PRIVILEGES is on the list up to 11.2 only.
    /// </summary>
    public static FrozenSet<string> Reserved { get; } = Set(
        """
        ACCESS ADD ALL ALTER AND ANY AS ASC AUDIT BETWEEN BY CHAR CHECK CLUSTER COLUMN COLUMN_VALUE COMMENT COMPRESS
        CONNECT CREATE CURRENT DATE DECIMAL DEFAULT DELETE DESC DISTINCT DROP ELSE EXCLUSIVE EXISTS FILE FLOAT FOR FROM
        GRANT GROUP HAVING IDENTIFIED IMMEDIATE IN INCREMENT INDEX INITIAL INSERT INTEGER INTERSECT INTO IS LEVEL LIKE
        LOCK LONG MAXEXTENTS MINUS MLSLABEL MODE MODIFY NESTED_TABLE_ID NOAUDIT NOCOMPRESS NOT NOWAIT NULL NUMBER OF
        OFFLINE ON ONLINE OPTION OR ORDER PCTFREE PRIOR PRIVILEGES PUBLIC RAW RENAME RESOURCE REVOKE ROW ROWID ROWNUM
        ROWS SELECT SESSION SET SHARE SIZE SMALLINT START SUCCESSFUL SYNONYM SYSDATE TABLE THEN TO TRIGGER UID UNION
        UNIQUE UPDATE USER VALIDATE VALUES VARCHAR VARCHAR2 VIEW WHENEVER WHERE WITH
        """);

    /// <summary>
    /// Keywords that LoApi gives to nothing either, because they mean something wherever a column may stand: pseudocolumns
    /// (SQL Language Reference, chapter 3). Nor does a name begin with <see cref="SystemPrefix"/>.
    /// </summary>
    public static FrozenSet<string> PseudoColumns { get; } = Set(
        """
        CONNECT_BY_ISCYCLE CONNECT_BY_ISLEAF CURRVAL NEXTVAL OBJECT_ID OBJECT_VALUE ORA_ROWSCN ORA_SHARDSPACE_NAME
        VERSIONS_ENDSCN VERSIONS_ENDTIME VERSIONS_OPERATION VERSIONS_STARTSCN VERSIONS_STARTTIME VERSIONS_XID XMLDATA
        """);

    /// <summary>What Oracle begins the names with that it makes itself.</summary>
    public const string SystemPrefix = "SYS_";

    /// <summary>
    /// What may not be an identifier in PL/SQL either: appendix D of its Language Reference, table D-1, in 19c
    /// (https://docs.oracle.com/en/database/oracle/oracle-database/19/lnpls/plsql-reserved-words-keywords.html).
    /// </summary>
    public static FrozenSet<string> ReservedInPlSql { get; } = Set(
        """
        ALL ALTER AND ANY AS ASC AT BEGIN BETWEEN BY CASE CHECK CLUSTERS CLUSTER COLAUTH COLUMNS COMPRESS CONNECT CRASH
        CREATE CURSOR DECLARE DEFAULT DESC DISTINCT DROP ELSE END EXCEPTION EXCLUSIVE FETCH FOR FROM FUNCTION GOTO GRANT
        GROUP HAVING IDENTIFIED IF IN INDEX INDEXES INSERT INTERSECT INTO IS LIKE LOCK MINUS MODE NOCOMPRESS NOT NOWAIT
        NULL OF ON OPTION OR ORDER OVERLAPS PROCEDURE PUBLIC RESOURCE REVOKE SELECT SHARE SIZE SQL START SUBTYPE TABAUTH
        TABLE THEN TO TYPE UNION UNIQUE UPDATE VALUES VIEW VIEWS WHEN WHERE WITH
        """);

    /// <summary>Words that end a table's name where an alias could follow.</summary>
    public static FrozenSet<string> AfterTables { get; } = Set(
        "WHERE ORDER GROUP HAVING LEFT RIGHT INNER FULL CROSS JOIN ON USING SET VALUES FETCH FOR UNION MINUS INTERSECT WHEN SELECT AS START CONNECT AND OR");

    private static FrozenSet<string> Set(string words) =>
        words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
