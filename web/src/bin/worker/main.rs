//! The web worker: the parser behind messages.

mod answer;

use nienbieu_web::browser::serve;

fn main() {
    console_error_panic_hook::set_once();
    serve(answer::answer);
}
