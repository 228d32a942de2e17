import 'virtual:tokens.css';
import '@tongban/ui/styles/base.css';
import '@tongban/ui/styles/frame.css';
import '@tongban/ui/styles/form.css';
import '@tongban/ui/styles/parts.css';
import '@tongban/ui/styles/lists.css';
import '@tongban/ui/styles/tasks.css';
