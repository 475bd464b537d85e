-- 收款人: whom an order pays, as it stood when the order was drafted.
CREATE TABLE aid_order_payees (
    district TEXT NOT NULL,
    order_no TEXT NOT NULL,
    name     TEXT NOT NULL, -- sealed
    account  TEXT NOT NULL, -- sealed
    bank     TEXT NOT NULL,
    PRIMARY KEY (district, order_no)
);
