#include "simulation/faulty_store.h"

namespace banshi::simulation {

namespace {

constexpr std::uint64_t longest_wait = 24;  // statements before one fails; most deeds have fewer

[[noreturn]] void fail(char const* what) { throw StoreFault(std::string("simulated: ") + what); }

// Passes all on, and fails before the statement whose turn it is.
class Failing final : public Transaction {
public:
    Failing(Transaction& inner, std::uint64_t good) : inner_(inner), good_(good) {}
    void announce(std::string topic) override { inner_.announce(std::move(topic)); }
    Backend backend() const override { return inner_.backend(); }

protected:
    std::int64_t execute(Sql sql, std::span<cells::In const> in, Columns columns,
                         OnRow const& on_row) override {
        spend();
        return (inner_.*(&Open::execute))(sql, in, columns, on_row);
    }
    void send(Sql sql, std::span<cells::In const> in) override {
        spend();
        (inner_.*(&Open::send))(sql, in);
    }

private:
    // What is protected in any transaction.
    struct Open : Transaction {
        using Transaction::execute;
        using Transaction::send;
    };
    void spend() {
        if (good_-- == 0) fail("a statement");
    }

    Transaction& inner_;
    std::uint64_t good_;
};

}  // namespace

FaultyStore::FaultyStore(std::unique_ptr<Store> inner, Faults faults)
    : inner_(std::move(inner)), faults_(faults), chance_(faults.seed) {}

Fault FaultyStore::next(bool writes) {
    if (int(chance_.below(1000)) >= faults_.in_thousand) return Fault::none;
    ++done_;
    if (!writes) return Fault::statement;
    return Fault(1 + chance_.below(4));
}

void FaultyStore::write(Work work, Done done) {
    auto const fault = next(true);
    auto const good = chance_.below(longest_wait);
    switch (fault) {
        case Fault::none:
            return inner_->write(std::move(work), std::move(done));
        case Fault::statement:
            return inner_->write(
                [work = std::move(work), good](Transaction& tx) {
                    Failing failing(tx, good);
                    return work(failing);
                },
                std::move(done));
        case Fault::commit:
            return inner_->write(
                [work = std::move(work)](Transaction& tx) -> bool {
                    work(tx);
                    fail("the commit");
                },
                std::move(done));
        case Fault::answer:
            return inner_->write(std::move(work), [this, done](std::exception_ptr error) {
                auto const lost = std::make_exception_ptr(StoreFault("simulated: the line broke"));
                done(error || !may_lose_answers_ ? error : lost);
            });
        case Fault::again:
            return inner_->write([work](Transaction& tx) { return work(tx), false; },
                                 [this, work, done](std::exception_ptr error) {
                                     error ? done(error) : inner_->write(work, done);
                                 });
    }
}

void FaultyStore::read(Look look, Done done) {
    auto const fault = next(false);
    auto const good = chance_.below(longest_wait);
    if (fault == Fault::none) return inner_->read(std::move(look), std::move(done));
    inner_->read(
        [look = std::move(look), good](Transaction& tx) {
            Failing failing(tx, good);
            look(failing);
        },
        std::move(done));
}

void FaultyStore::on_announce(std::function<void(std::vector<std::string> const&)> hear) {
    inner_->on_announce(std::move(hear));
}

}  // namespace banshi::simulation
