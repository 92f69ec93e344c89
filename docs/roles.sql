-- The owner runs these once the first start has made the tables. One statement a line.
REVOKE ALL ON DATABASE qoffhir FROM PUBLIC;
CREATE ROLE qoffhir_worker LOGIN;
GRANT CONNECT ON DATABASE qoffhir TO qoffhir_worker;
GRANT USAGE ON SCHEMA public TO qoffhir_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO qoffhir_worker;
-- What later versions make.
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO qoffhir_worker;
-- What is only added to: accesses, what practices consented to, and payment. The end of the accesses moves, and never goes.
REVOKE UPDATE, DELETE ON audit_event, consent, payment_run, payment_statement, payment_step FROM qoffhir_worker;
REVOKE INSERT, DELETE ON audit_head FROM qoffhir_worker;
