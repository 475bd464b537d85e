#include "store/store.h"

#include <future>

#include "store/stores.h"

namespace banshi {

template <class Start>
static void wait_for(Start const& start) {
    std::promise<void> promise;
    start([&promise](std::exception_ptr error) {
        error ? promise.set_exception(error) : promise.set_value();
    });
    promise.get_future().get();
}

void Store::write_now(Work work) {
    wait_for([&](Done done) { write(std::move(work), std::move(done)); });
}

void Store::read_now(Look look) {
    wait_for([&](Done done) { read(std::move(look), std::move(done)); });
}

static std::unique_ptr<Store> open(StoreSettings const& settings, bool emptied) {
    return settings.url.starts_with("sqlite:") ? open_sqlite(settings, emptied)
                                               : open_postgres(settings, emptied);
}

std::unique_ptr<Store> open_store(StoreSettings const& settings) { return open(settings, false); }

std::unique_ptr<Store> open_emptied_store(StoreSettings const& settings) {
    return open(settings, true);
}

}  // namespace banshi
