-- Where a staff member is reached; sealed like the phones of persons.
CREATE TABLE account_contacts (
    district TEXT NOT NULL,
    account  TEXT NOT NULL,
    phone    TEXT NOT NULL,
    email    TEXT NOT NULL,
    PRIMARY KEY (district, account)
);
