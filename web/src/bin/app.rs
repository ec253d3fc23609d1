//! The page.

fn main() {
    console_error_panic_hook::set_once();
    yew::Renderer::<nienbieu_web::components::App>::new().render();
}
