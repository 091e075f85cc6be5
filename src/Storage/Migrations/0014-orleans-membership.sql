-- Where the silos of a cluster find each other: the tables and the statements that Microsoft.Orleans.Clustering.AdoNet
-- 10.4 asks for. It reads every statement from OrleansQuery by its key and binds parameters by name. A change of a member
-- raises the version of its cluster in the same transaction, or changes nothing; the answer is 1 or 0. SQLite has none of
-- it: there a silo is a cluster of its own.

--! PostgreSql
CREATE TABLE OrleansQuery (
  QueryKey varchar(64) NOT NULL,
  QueryText varchar(8000) NOT NULL,
  CONSTRAINT ORLEANS_QUERY_PK PRIMARY KEY (QueryKey)
);

CREATE TABLE OrleansMembershipVersionTable (
  DeploymentId varchar(150) NOT NULL,
  Timestamp timestamptz(3) DEFAULT now() NOT NULL,
  Version integer DEFAULT 0 NOT NULL,
  CONSTRAINT ORLEANS_MEMBER_VERSION_PK PRIMARY KEY (DeploymentId)
);

CREATE TABLE OrleansMembershipTable (
  DeploymentId varchar(150) NOT NULL,
  Address varchar(45) NOT NULL,
  Port integer NOT NULL,
  Generation integer NOT NULL,
  SiloName varchar(150) NOT NULL,
  HostName varchar(150) NOT NULL,
  Status integer NOT NULL,
  ProxyPort integer,
  SuspectTimes varchar(8000),
  StartTime timestamptz(3) NOT NULL,
  IAmAliveTime timestamptz(3) NOT NULL,
  CONSTRAINT ORLEANS_MEMBER_PK PRIMARY KEY (DeploymentId, Address, Port, Generation),
  CONSTRAINT ORLEANS_MEMBER_VERSION_FK FOREIGN KEY (DeploymentId) REFERENCES OrleansMembershipVersionTable (DeploymentId) ON DELETE CASCADE
);

INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('InsertMembershipVersionKey', '
WITH inserted AS (
  INSERT INTO OrleansMembershipVersionTable (DeploymentId)
  VALUES (@DeploymentId)
  ON CONFLICT (DeploymentId) DO NOTHING
  RETURNING 1
)
SELECT count(*)::integer
FROM inserted');

-- Whoever raises the version holds its row: of two that come with the same one, the second finds it gone.
INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('InsertMembershipKey', '
WITH raised AS (
  UPDATE OrleansMembershipVersionTable
  SET Timestamp = now(), Version = Version + 1
  WHERE DeploymentId = @DeploymentId
    AND Version = @Version
    AND NOT EXISTS (
      SELECT 1
      FROM OrleansMembershipTable
      WHERE DeploymentId = @DeploymentId
        AND Address = @Address
        AND Port = @Port
        AND Generation = @Generation
    )
  RETURNING 1
), inserted AS (
  INSERT INTO OrleansMembershipTable
    (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
  SELECT @DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
  FROM raised
  RETURNING 1
)
SELECT count(*)::integer
FROM inserted');

-- The member is locked first, so that none that is being removed raises the version.
INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('UpdateMembershipKey', '
WITH member AS MATERIALIZED (
  SELECT 1
  FROM OrleansMembershipTable
  WHERE DeploymentId = @DeploymentId
    AND Address = @Address
    AND Port = @Port
    AND Generation = @Generation
  FOR UPDATE
), raised AS (
  UPDATE OrleansMembershipVersionTable
  SET Timestamp = now(), Version = Version + 1
  WHERE DeploymentId = @DeploymentId
    AND Version = @Version
    AND EXISTS (SELECT 1 FROM member)
  RETURNING 1
), updated AS (
  UPDATE OrleansMembershipTable
  SET Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = @IAmAliveTime
  FROM raised
  WHERE DeploymentId = @DeploymentId
    AND Address = @Address
    AND Port = @Port
    AND Generation = @Generation
  RETURNING 1
)
SELECT count(*)::integer
FROM updated');

INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('UpdateIAmAlivetimeKey', '
UPDATE OrleansMembershipTable
SET IAmAliveTime = @IAmAliveTime
WHERE DeploymentId = @DeploymentId
  AND Address = @Address
  AND Port = @Port
  AND Generation = @Generation');

-- A cluster without members still has a version, hence the outer joins.
INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('MembershipReadRowKey', '
SELECT v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes,
  m.StartTime, m.IAmAliveTime, v.Version
FROM OrleansMembershipVersionTable v
LEFT OUTER JOIN OrleansMembershipTable m
  ON m.DeploymentId = v.DeploymentId
  AND m.Address = @Address
  AND m.Port = @Port
  AND m.Generation = @Generation
WHERE v.DeploymentId = @DeploymentId');

INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('MembershipReadAllKey', '
SELECT v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes,
  m.StartTime, m.IAmAliveTime, v.Version
FROM OrleansMembershipVersionTable v
LEFT OUTER JOIN OrleansMembershipTable m
  ON m.DeploymentId = v.DeploymentId
WHERE v.DeploymentId = @DeploymentId');

INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('GatewaysQueryKey', '
SELECT Address, ProxyPort, Generation
FROM OrleansMembershipTable
WHERE DeploymentId = @DeploymentId
  AND Status = @Status
  AND ProxyPort > 0');

INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('DeleteMembershipTableEntriesKey', '
DELETE FROM OrleansMembershipVersionTable
WHERE DeploymentId = @DeploymentId');

-- Status 3 is Active: one that has been silent for so long is first declared dead by the others.
INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('CleanupDefunctSiloEntriesKey', '
DELETE FROM OrleansMembershipTable
WHERE DeploymentId = @DeploymentId
  AND IAmAliveTime < @IAmAliveTime
  AND Status <> 3');

--! Oracle
CREATE TABLE OrleansQuery (
  QueryKey VARCHAR2(64 CHAR) NOT NULL,
  QueryText VARCHAR2(4000 BYTE) NOT NULL,
  CONSTRAINT ORLEANS_QUERY_PK PRIMARY KEY (QueryKey)
);

CREATE TABLE OrleansMembershipVersionTable (
  DeploymentId NVARCHAR2(150) NOT NULL,
  Timestamp TIMESTAMP(6) DEFAULT SYS_EXTRACT_UTC(SYSTIMESTAMP) NOT NULL,
  Version NUMBER(10) DEFAULT 0 NOT NULL,
  CONSTRAINT ORLEANS_MEMBER_VERSION_PK PRIMARY KEY (DeploymentId)
);

CREATE TABLE OrleansMembershipTable (
  DeploymentId NVARCHAR2(150) NOT NULL,
  Address VARCHAR2(45 CHAR) NOT NULL,
  Port NUMBER(10) NOT NULL,
  Generation NUMBER(10) NOT NULL,
  SiloName NVARCHAR2(150) NOT NULL,
  HostName NVARCHAR2(150) NOT NULL,
  Status NUMBER(10) NOT NULL,
  ProxyPort NUMBER(10),
  SuspectTimes VARCHAR2(4000 BYTE),
  StartTime TIMESTAMP(6) NOT NULL,
  IAmAliveTime TIMESTAMP(6) NOT NULL,
  CONSTRAINT ORLEANS_MEMBER_PK PRIMARY KEY (DeploymentId, Address, Port, Generation),
  CONSTRAINT ORLEANS_MEMBER_VERSION_FK FOREIGN KEY (DeploymentId) REFERENCES OrleansMembershipVersionTable (DeploymentId) ON DELETE CASCADE
);

-- Oracle answers no query that writes. A function can write where it has a transaction of its own; it ends with COMMIT or
-- ROLLBACK on every way out.
CREATE OR REPLACE FUNCTION ORLEANS_INSERT_VERSION(p_deployment IN NVARCHAR2)
RETURN NUMBER IS
  PRAGMA AUTONOMOUS_TRANSACTION;
BEGIN
  INSERT INTO OrleansMembershipVersionTable (DeploymentId)
  VALUES (p_deployment);
  COMMIT;
  RETURN 1;
EXCEPTION
  WHEN DUP_VAL_ON_INDEX THEN
    ROLLBACK;
    RETURN 0;
  WHEN OTHERS THEN
    ROLLBACK;
    RAISE;
END;
/

CREATE OR REPLACE FUNCTION ORLEANS_INSERT_MEMBER(
  p_deployment IN NVARCHAR2, p_address IN VARCHAR2, p_port IN NUMBER, p_generation IN NUMBER, p_silo_name IN NVARCHAR2,
  p_host_name IN NVARCHAR2, p_status IN NUMBER, p_proxy_port IN NUMBER, p_started IN TIMESTAMP, p_alive IN TIMESTAMP,
  p_version IN NUMBER)
RETURN NUMBER IS
  PRAGMA AUTONOMOUS_TRANSACTION;
BEGIN
  UPDATE OrleansMembershipVersionTable
  SET Timestamp = SYS_EXTRACT_UTC(SYSTIMESTAMP), Version = Version + 1
  WHERE DeploymentId = p_deployment
    AND Version = p_version;
  IF SQL%ROWCOUNT = 0 THEN
    ROLLBACK;
    RETURN 0;
  END IF;
  INSERT INTO OrleansMembershipTable
    (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
  VALUES
    (p_deployment, p_address, p_port, p_generation, p_silo_name, p_host_name, p_status, p_proxy_port, p_started, p_alive);
  COMMIT;
  RETURN 1;
EXCEPTION
  WHEN DUP_VAL_ON_INDEX THEN
    ROLLBACK;
    RETURN 0;
  WHEN OTHERS THEN
    ROLLBACK;
    RAISE;
END;
/

CREATE OR REPLACE FUNCTION ORLEANS_UPDATE_MEMBER(
  p_deployment IN NVARCHAR2, p_address IN VARCHAR2, p_port IN NUMBER, p_generation IN NUMBER, p_status IN NUMBER,
  p_suspect_times IN VARCHAR2, p_alive IN TIMESTAMP, p_version IN NUMBER)
RETURN NUMBER IS
  PRAGMA AUTONOMOUS_TRANSACTION;
BEGIN
  UPDATE OrleansMembershipVersionTable
  SET Timestamp = SYS_EXTRACT_UTC(SYSTIMESTAMP), Version = Version + 1
  WHERE DeploymentId = p_deployment
    AND Version = p_version;
  IF SQL%ROWCOUNT = 0 THEN
    ROLLBACK;
    RETURN 0;
  END IF;
  UPDATE OrleansMembershipTable
  SET Status = p_status, SuspectTimes = p_suspect_times, IAmAliveTime = p_alive
  WHERE DeploymentId = p_deployment
    AND Address = p_address
    AND Port = p_port
    AND Generation = p_generation;
  IF SQL%ROWCOUNT = 0 THEN
    ROLLBACK;
    RETURN 0;
  END IF;
  COMMIT;
  RETURN 1;
EXCEPTION
  WHEN OTHERS THEN
    ROLLBACK;
    RAISE;
END;
/

INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('InsertMembershipVersionKey', 'SELECT ORLEANS_INSERT_VERSION(:DeploymentId) AS RESULT FROM DUAL');

INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('InsertMembershipKey', '
SELECT ORLEANS_INSERT_MEMBER(:DeploymentId, :Address, :Port, :Generation, :SiloName, :HostName, :Status, :ProxyPort,
  :StartTime, :IAmAliveTime, :Version) AS RESULT
FROM DUAL');

INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('UpdateMembershipKey', '
SELECT ORLEANS_UPDATE_MEMBER(:DeploymentId, :Address, :Port, :Generation, :Status, :SuspectTimes, :IAmAliveTime,
  :Version) AS RESULT
FROM DUAL');

INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('UpdateIAmAlivetimeKey', '
UPDATE OrleansMembershipTable
SET IAmAliveTime = :IAmAliveTime
WHERE DeploymentId = :DeploymentId
  AND Address = :Address
  AND Port = :Port
  AND Generation = :Generation');

INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('MembershipReadRowKey', '
SELECT v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes,
  m.StartTime, m.IAmAliveTime, v.Version
FROM OrleansMembershipVersionTable v
LEFT OUTER JOIN OrleansMembershipTable m
  ON m.DeploymentId = v.DeploymentId
  AND m.Address = :Address
  AND m.Port = :Port
  AND m.Generation = :Generation
WHERE v.DeploymentId = :DeploymentId');

INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('MembershipReadAllKey', '
SELECT v.DeploymentId, m.Address, m.Port, m.Generation, m.SiloName, m.HostName, m.Status, m.ProxyPort, m.SuspectTimes,
  m.StartTime, m.IAmAliveTime, v.Version
FROM OrleansMembershipVersionTable v
LEFT OUTER JOIN OrleansMembershipTable m
  ON m.DeploymentId = v.DeploymentId
WHERE v.DeploymentId = :DeploymentId');

INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('GatewaysQueryKey', '
SELECT Address, ProxyPort, Generation
FROM OrleansMembershipTable
WHERE DeploymentId = :DeploymentId
  AND Status = :Status
  AND ProxyPort > 0');

INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('DeleteMembershipTableEntriesKey', '
DELETE FROM OrleansMembershipVersionTable
WHERE DeploymentId = :DeploymentId');

INSERT INTO OrleansQuery (QueryKey, QueryText)
VALUES ('CleanupDefunctSiloEntriesKey', '
DELETE FROM OrleansMembershipTable
WHERE DeploymentId = :DeploymentId
  AND IAmAliveTime < :IAmAliveTime
  AND Status <> 3');
